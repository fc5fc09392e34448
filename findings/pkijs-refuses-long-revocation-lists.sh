#!/usr/bin/env bash
# Expected: a list of revoked certificates is read whatever the number of its entries; those of real
#   authorities have tens of thousands.
# What happens: a list of 3,000 entries is read, one of 4,000 raises "Data is not correct for
#   'CertificateRevocationList'", although OpenSSL reads both. asn1js stops at 10,000 nodes (an entry is
#   three) unless asked for more, pkijs asks for nothing and its error does not say that it was a bound.
# Versions: pkijs 3.4.0, asn1js 3.0.10, Node 20, OpenSSL 3.0 (Debian 12).
# Source: DEFAULT_MAX_NODES in asn1js; PkiObject.fromBER in pkijs.
# What follows for us: src/engines/signatures/certificates/read-list.ts walks the entries as bytes and gives pkijs the rest
#   (test/engines/signatures/revocation-cases.ts); what carries lists within a signature is read with a higher bound.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pkijs@3.4.0 asn1js@3.0.10
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out ca.pem -days 30 -subj '/CN=CA vi du' 2>/dev/null
printf '[ca]\ndefault_ca=own\n[own]\ndatabase=index\ncrlnumber=number\ndefault_md=sha256\n' >config
for entries in 3000 4000; do
  seq "$entries" | awk '{printf "R\t391231235959Z\t260101000000Z\t%06X\tunknown\t/CN=vi du\n", $1 + 1048576}' >index
  echo 01 >number
  openssl ca -gencrl -config config -cert ca.pem -keyfile key.pem -crldays 30 -out list.pem 2>/dev/null
  openssl crl -in list.pem -outform DER -out "$entries.der"
  echo "openssl, $entries entries: read"
done
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { CertificateRevocationList } from 'pkijs';

const seen = [3000, 4000].map((entries) => {
  try {
    const { revokedCertificates } = CertificateRevocationList.fromBER(
      new Uint8Array(readFileSync(`${entries}.der`)),
    );
    return `read, ${revokedCertificates.length}`;
  } catch (error) {
    return error.message;
  }
});
console.log(`pkijs, 3000 entries: ${seen[0]}\npkijs, 4000 entries: ${seen[1]}`);
if (seen[0] !== 'read, 3000' || !seen[1].includes('Data is not correct')) {
  console.log('changed');
  process.exit(1);
}
JS
node look.mjs
