#!/usr/bin/env bash
# One would expect: `pkcs11-tool --read-object --type cert --id a1 --object-index 1` reads the second certificate under
# the id ("Specify the index of the object to use"), and fails where there is none.
# What happens: the index is taken without complaint and the first object is read each time, whatever the index.
# Versions: opensc 0.23.0, softhsm2 2.6.1 (Debian 12), OpenSSL 3.0.
# Source: run here; pkcs11-tool --help. Two certificates under one CKA_ID are usual after a renewal.
# What follows for us: objects under one id must be listed and read by id and label together.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq opensc opensc-pkcs11 softhsm2 libsofthsm2 2>/dev/null
for package in *.deb; do dpkg -x "$package" unpacked; done
export LD_LIBRARY_PATH="$work/unpacked/usr/lib/$(uname -m)-linux-gnu" SOFTHSM2_CONF="$work/softhsm2.conf"
mkdir tokens
echo "directories.tokendir = $work/tokens" >softhsm2.conf
module="$work/unpacked/usr/lib/softhsm/libsofthsm2.so"
tool() { "$work/unpacked/usr/bin/pkcs11-tool" --module "$module" --token-label t "$@"; }
"$work/unpacked/usr/bin/softhsm2-util" --module "$module" --init-token --free --label t --pin 1357 --so-pin 0000 >/dev/null
for name in first second; do
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -subj "/CN=$name" \
    -outform DER -out "$name.der" 2>/dev/null
  tool --login --pin 1357 --write-object "$name.der" --type cert --id a1 --label "$name" >/dev/null 2>&1
done
tool --list-objects --type cert --id a1 | grep label
said=
for index in 0 1 7; do
  tool --read-object --type cert --id a1 --object-index "$index" -o read.der
  name=$(openssl x509 -inform DER -in read.der -noout -subject)
  echo "index $index: $name"
  said="$said${name##*= } "
done
[[ $said == 'first first first ' ]] || { echo changed; exit 1; }
