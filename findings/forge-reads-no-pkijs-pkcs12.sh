#!/usr/bin/env bash
# One would expect: a PKCS#12 file that pkijs writes opens in node-forge, as it does in OpenSSL.
# What happens: pkijs writes the encrypted key as an OCTET STRING in pieces (constructed, BER); node-forge answers that
# this is not an EncryptedPrivateKeyInfo, which looks like a wrong password to whoever catches it.
# Versions: pkijs 3.4.0, asn1js 3.0.10, node-forge 1.4.3, openssl 3.0, Node 20.
# Source: run here; RFC 7292, 4 (BER is allowed). What follows for us: such files go to a second reader.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pkijs@3.4.0 asn1js@3.0.10 node-forge@1.4.3 >/dev/null 2>&1
cat >write.mjs <<'JS'
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as pki from 'pkijs';
import forge from 'node-forge';
pki.setEngine('node', new pki.CryptoEngine({ name: 'node', crypto: webcrypto }));
const password = new TextEncoder().encode('secret').buffer;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = privateKey.export({ type: 'pkcs8', format: 'der' });
const bag = new pki.PKCS8ShroudedKeyBag({ parsedValue: pki.PrivateKeyInfo.fromBER(new Uint8Array(der)) });
const algorithm = { name: 'AES-CBC', length: 256, iv: new ArrayBuffer(0) };
const how = { contentEncryptionAlgorithm: algorithm, hmacHashAlgorithm: 'SHA-256', iterationCount: 2048 };
await bag.makeInternalValues({ password, ...how });
const safeBags = [new pki.SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: bag })];
const value = new pki.SafeContents({ safeBags });
const safe = new pki.AuthenticatedSafe({ parsedValue: { safeContents: [{ privacyMode: 0, value }] } });
await safe.makeInternalValues({ safeContents: [{}] });
const pfx = new pki.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
await pfx.makeInternalValues({ password, iterations: 2048, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' });
const file = Buffer.from(pfx.toSchema().toBER());
writeFileSync('key.p12', file);
try {
  forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('latin1')), false, 'secret');
  console.log('node-forge: opened');
} catch ({ message, errors }) {
  console.log(`node-forge: ${message} ${errors ?? ''}`);
}
JS
said=$(node write.mjs)
openssl pkcs12 -in key.p12 -nodes -passin pass:secret 2>/dev/null | grep -q 'BEGIN PRIVATE KEY' && echo 'OpenSSL: opened'
echo "$said"
[[ $said == *'not a supported EncryptedPrivateKeyInfo'* ]] || { echo changed; exit 1; }
