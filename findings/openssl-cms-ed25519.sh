#!/usr/bin/env bash
# One would expect: OpenSSL 3.0 signs, verifies and issues certificates with Ed25519, so `openssl cms -sign` takes such a
# key too (RFC 8419 is of 2018).
# What happens: `openssl req`, `pkeyutl` and `verify` take the key; `openssl cms -sign` ends with an error.
# Versions: openssl 3.0 of Debian 12. Source: run here; RFC 8419, 3.
# What follows for us: OpenSSL is no judge of Ed25519 in a PDF; Bouncy Castle makes such files and Node checks them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
openssl req -x509 -newkey ed25519 -nodes -days 30 -subj '/CN=Signer' -keyout key.pem -out cert.pem 2>/dev/null
openssl verify -CAfile cert.pem cert.pem
echo content >content
openssl pkeyutl -sign -rawin -inkey key.pem -in content -out signature && echo 'pkeyutl: signed'
if openssl cms -sign -binary -md sha512 -in content -signer cert.pem -inkey key.pem -outform DER -out cms.der 2>error; then
  echo 'changed: cms signed'
  exit 1
fi
echo "cms: $(tail -1 error)"
