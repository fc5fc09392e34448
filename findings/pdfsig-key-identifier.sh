#!/usr/bin/env bash
# One would expect: a signer may be named by issuer and serial number or by subject key identifier (RFC 5652, 5.3), so
# two CMS that differ in nothing else are judged alike.
# What happens: `openssl cms -verify` (3.0) finds both valid; pdfsig (poppler 22.12, NSS) finds the first valid and says
# “Unknown Validation Failure” of the second.
# Versions: poppler-utils 22.12.0 and openssl 3.0 of Debian 12; @signpdf/signpdf 3.3.0, @signpdf/placeholder-plain 3.3.0.
# Source: run here; RFC 5652, 5.3. What follows for us: pdfsig alone is no judge of such a signature.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @signpdf/signpdf@3.3.0 @signpdf/placeholder-plain@3.3.0 \
  @signpdf/utils@3.3.0 pdfkit@0.17.2 >/dev/null 2>&1
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Signer' -keyout key.pem -out cert.pem 2>/dev/null
cat >sign.cjs <<'JS'
const { execFileSync } = require('child_process');
const { readFileSync, writeFileSync } = require('fs');
const { SignPdf } = require('@signpdf/signpdf');
const { plainAddPlaceholder } = require('@signpdf/placeholder-plain');
const { Signer } = require('@signpdf/utils');
const PDFDocument = require('pdfkit');
class Openssl extends Signer {
  constructor(options) { super(); this.options = options; }
  async sign(content) {
    writeFileSync('content.bin', content);
    execFileSync('openssl', ['cms', '-sign', '-binary', '-nosmimecap', '-outform', 'DER', '-md', 'sha256',
      '-in', 'content.bin', '-out', 'cms.der', '-signer', 'cert.pem', '-inkey', 'key.pem', ...this.options]);
    const verify = ['cms', '-verify', '-inform', 'DER', '-in', 'cms.der', '-content', 'content.bin', '-binary',
      '-CAfile', 'cert.pem', '-purpose', 'any', '-out', '/dev/null'];
    execFileSync('openssl', verify, { stdio: 'ignore' });
    return readFileSync('cms.der');
  }
}
const page = new PDFDocument();
const parts = [];
page.on('data', (part) => parts.push(part));
page.on('end', async () => {
  const about = { reason: 'r', contactInfo: 'c', name: 'n', location: 'l' };
  for (const [name, options] of [['serial', []], ['keyid', ['-keyid']]]) {
    const pdfBuffer = plainAddPlaceholder({ pdfBuffer: Buffer.concat(parts), ...about });
    writeFileSync(`${name}.pdf`, await new SignPdf().sign(pdfBuffer, new Openssl(options)));
  }
});
page.text('A page').end();
JS
node sign.cjs
serial=$(pdfsig -nocert serial.pdf | sed -n 's/.*Signature Validation: //p')
keyid=$(pdfsig -nocert keyid.pdf | sed -n 's/.*Signature Validation: //p')
echo "OpenSSL: both valid. pdfsig, by serial number: $serial By key identifier: $keyid"
[[ $serial == 'Signature is Valid.' && $keyid == 'Unknown Validation Failure.' ]] || { echo changed; exit 1; }
