#!/usr/bin/env bash
# One would expect: `podofosign -digest SHA512` makes one signature with SHA-512.
# What happens: the CMS has two SignerInfos of the same signer, one by SHA-256 and one by the digest asked for, be it
# SHA-256 again, although a signature of a PDF has one signer (ISO 32000-1, 12.8.3.3.1).
# Versions: libpodofo-utils 0.9.8, qpdf 11.3 and openssl 3.0 of Debian 12.
# Source: run here. What follows for us: a CMS with several signers is read by its first and called indeterminate.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir unpacked
apt-get download -qq libpodofo-utils libpodofo0.9.8 2>/dev/null
for package in *.deb; do dpkg -x "$package" unpacked; done
export LD_LIBRARY_PATH=$work/unpacked/usr/lib/x86_64-linux-gnu
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Signer' -keyout key.pem -out cert.pem 2>/dev/null
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n' >raw.pdf
qpdf raw.pdf page.pdf 2>/dev/null || [[ -s page.pdf ]]
for digest in SHA256 SHA512; do
  unpacked/usr/bin/podofosign -in page.pdf -out signed.pdf -cert cert.pem -pkey key.pem -digest $digest -field-name A >/dev/null
  grep -aoE '/Contents ?<[0-9A-Fa-f]+>' signed.pdf | grep -oE '<[0-9A-Fa-f]+' | tr -d '<' | xxd -r -p >cms.der
  count=$(openssl cms -cmsout -print -noout -inform DER -in cms.der | grep -c 'digestAlgorithm: *$')
  echo "-digest $digest: $count SignerInfo"
  counts=${counts:-}$count
done
[[ $counts == 22 ]] || { echo "changed: $counts"; exit 1; }
