#!/usr/bin/env bash
# Expected: Status in a report is the code of the answer (5.4.1, 5.2.2 …), with a Diagnostic-Code beside it.
# Seen (OpenSMTPD 6.8.0p2, Debian 12): Status is 5.0.0 whatever was answered, and there is no
# Diagnostic-Code; the answer stands in the text, the lines of a longer one joined without a space
# (“No such user hereSender verify failed”).
# Follows: parsers that read only the machine-readable part learn nothing from OpenSMTPD.
# Needs root on Debian 12: the server is unpacked into a file system and a network of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
mails=$(mktemp -d)
trap 'rm -rf "$mails"' EXIT
ONLY='edge full verify' TO=$mails bash test/mail-servers/make.sh opensmtpd >"$mails/log" 2>&1 </dev/null
grep -ah "^Status" "$mails"/opensmtpd-*.eml | sort | uniq -c
grep -a "hereSender" "$mails/opensmtpd-verify.eml"
if grep -aqE "^Status: 5\.[1-9]|^Diagnostic-Code" "$mails/opensmtpd-full.eml"; then echo "changed: it tells the code"; exit 1; fi
