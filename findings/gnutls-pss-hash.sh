#!/usr/bin/env bash
# One would expect: certtool of GnuTLS 3.7 verifies RSASSA-PSS, so `certtool --p7-verify` reads a CMS of it by its
# parameters, whichever hash they name (RFC 4055, 3.1; RFC 4056, 3).
# What happens: with SHA-256 the signature is ok; with SHA-384 and SHA-512 it is called wrong, salt as long as the digest
# each time. Certificates signed in the same three ways are verified, and OpenSSL verifies all of it.
# Versions: gnutls-bin 3.7.9, openssl 3.0 of Debian 12. Source: run here.
# What follows for us: a "verification failed" of GnuTLS over such a file says nothing of the file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download gnutls-bin >/dev/null 2>&1
dpkg -x gnutls-bin_*.deb unpacked
certtool=unpacked/usr/bin/certtool
"$certtool" --version | head -1
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem 2>/dev/null ||
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem 2>/dev/null
openssl req -x509 -key key.pem -days 30 -subj '/CN=Signer' -out cert.pem
echo content >content
said() { # HASH PADDING
  openssl cms -sign -binary -md "$1" -in content -signer cert.pem -inkey key.pem -outform DER -out cms.der \
    -keyopt "rsa_padding_mode:$2" ${3:+-keyopt "$3"}
  openssl cms -verify -binary -inform DER -in cms.der -content content -CAfile cert.pem -purpose any -out /dev/null 2>/dev/null
  { "$certtool" --p7-verify --inder --infile cms.der --load-data content --load-ca-certificate cert.pem 2>&1 || true; } |
    sed -n 's/.*Signature status: \([a-z ]*\).*/\1/p'
}
isAsBefore=yes
for hash in sha256 sha384 sha512; do
  plain=$(said $hash pkcs1)
  pss=$(said $hash pss rsa_pss_saltlen:-1)
  openssl req -x509 -key key.pem -days 30 -subj '/CN=Signer' -"$hash" -sigopt rsa_padding_mode:pss \
    -sigopt rsa_pss_saltlen:-1 -out pss.pem
  "$certtool" --verify --load-ca-certificate pss.pem --infile pss.pem >certificate 2>&1 || true
  kept=$(grep -o 'Verified' certificate | head -1 || true)
  echo "$hash: OpenSSL verifies both; GnuTLS on PKCS #1 v1.5: $plain; on RSASSA-PSS: $pss; on a certificate: $kept"
  [[ $kept == Verified ]] || isAsBefore=no
  [[ $plain == ok ]] || isAsBefore=no
  if [[ $hash == sha256 ]]; then [[ $pss == ok ]] || isAsBefore=no; else [[ $pss == 'verification failed' ]] || isAsBefore=no; fi
done
[[ $isAsBefore == yes ]] || { echo 'changed'; exit 1; }
