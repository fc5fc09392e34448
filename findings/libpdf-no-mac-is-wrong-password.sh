#!/usr/bin/env bash
# One would expect: a PKCS#12 file without MAC (optional in RFC 7292, 4) opens, or its reader says that the MAC is missing.
# What happens: LibPDF answers “Invalid password for PKCS#12 file” to the right password; OpenSSL opens the file.
# Whoever shows that sentence sends people to look for another password.
# Versions: @libpdf/core 0.4.2, pkijs 3.4.0, OpenSSL 3.0, Node 20. Source: run here; pkijs throws “Absent "macData" value,
# can not check PKCS#12 data integrity”, and LibPDF takes every message with “integrity” in it for a wrong password.
# What follows for us: another reader is asked first, and a reason is looked for in the file, not in a library's words.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @libpdf/core@0.4.2 >/dev/null 2>&1
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=x 2>/dev/null
openssl pkcs12 -export -nomac -inkey key.pem -in certificate.pem -passout pass:right -out key.p12
openssl pkcs12 -in key.p12 -nodes -passin pass:right 2>/dev/null | grep -q 'BEGIN PRIVATE KEY' && echo 'OpenSSL: opened'
cat >open.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { P12Signer } from '@libpdf/core';
await P12Signer.create(readFileSync('key.p12'), 'right').then(
  () => console.log('LibPDF: opened'),
  ({ message }) => console.log(`LibPDF: ${message}`),
);
JS
said=$(node open.mjs)
echo "$said"
[[ $said == *'Invalid password'* ]] || { echo changed; exit 1; }
