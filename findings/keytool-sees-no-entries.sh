#!/usr/bin/env bash
# One would expect: keytool lists the key of a PKCS#12 file that OpenSSL opens, or says what it cannot read.
# What happens: of a file whose key is not encrypted (keyBag, RFC 7292, 4.2.1), and of one that holds certificates alone,
# it says “Your keystore contains 0 entries” and ends with 0; nothing is said of what was passed over.
# Versions: OpenJDK 17, OpenSSL 3.0 (Debian 12). Source: run here; PKCS12KeyStore takes certificates without a key only
# with Oracle's trustedKeyUsage attribute, and keys only from encrypted bags.
# What follows for us: what an office turns into PKCS#12 with keytool can come out empty, so “no private key” is told
# apart from a wrong password.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v keytool >/dev/null || { apt-get download openjdk-17-jre-headless >/dev/null 2>&1; dpkg -x openjdk*.deb java; PATH=$PATH:$(echo "$work"/java/usr/lib/jvm/*/bin); }
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=x 2>/dev/null
openssl pkcs12 -export -keypbe NONE -certpbe NONE -inkey key.pem -in certificate.pem -passout pass:secret -out open.p12
openssl pkcs12 -export -nokeys -in certificate.pem -passout pass:secret -out certificates.p12
openssl pkcs12 -in open.p12 -nodes -passin pass:secret 2>/dev/null | grep -q 'BEGIN PRIVATE KEY' && echo 'OpenSSL: a key in open.p12'
openssl pkcs12 -in certificates.p12 -nokeys -passin pass:secret 2>/dev/null | grep -q 'BEGIN CERTIFICATE' && echo 'OpenSSL: a certificate in certificates.p12'
for file in open.p12 certificates.p12; do
  said=$(LC_ALL=C keytool -list -keystore $file -storetype PKCS12 -storepass secret 2>&1) || { echo changed; exit 1; }
  echo "keytool, $file: $(grep contains <<<"$said")"
  grep -q 'contains 0 entries' <<<"$said" || { echo changed; exit 1; }
done
