#!/usr/bin/env bash
# One would expect: `issuer` of an entry given to @peculiar/x509's X509CrlGenerator becomes the entry's certificateIssuer,
# as GeneralNames and critical (RFC 5280, 5.3.3), so that an indirect list says whose certificate it means.
# What happens: the value given is not written. The extension holds the name of the list's own issuer, as a bare Name
# instead of GeneralNames, and not critical: by RFC 5280 the entry then stands for no certificate of the issuer meant.
# Versions: @peculiar/x509 2.2.0, Node 20, OpenSSL 3.0.
# Source: run here; src of X509CrlGenerator.create, branch `entry.issuer`.
# What follows for us: lists of ours have no indirect entries; the tests write the extension themselves, and a list
# whose entry names nobody readable is not used at all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @peculiar/x509@2.2.0 reflect-metadata@0.2.2 >/dev/null 2>&1
cat >write.mjs <<'JS'
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { X509CrlGenerator, X509CrlReason } from '@peculiar/x509';
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const list = await X509CrlGenerator.create({
  issuer: 'CN=Issuer of the list',
  entries: [
    {
      serialNumber: '07',
      reason: X509CrlReason.keyCompromise,
      issuer: [{ type: 'dn', value: 'CN=Issuer of the certificate' }],
    },
  ],
  signingKey: privateKey,
  signingAlgorithm: algorithm,
});
writeFileSync('list.der', Buffer.from(list.rawData));
JS
node write.mjs
said=$(openssl asn1parse -inform DER -in list.der -i | grep -A1 'X509v3 Certificate Issuer')
echo "$said"
hex=$(sed -n 's/.*HEX DUMP\]://p' <<<"$said" | head -1)
text=$(tr -d '\n' <<<"$hex" | xxd -r -p | tr -cd '[:print:]')
echo "in the entry: $text"
[[ $text == *'Issuer of the list'* && $text != *'Issuer of the certificate'* ]] || { echo changed; exit 1; }
grep -q BOOLEAN <<<"$said" && { echo changed; exit 1; }
exit 0
