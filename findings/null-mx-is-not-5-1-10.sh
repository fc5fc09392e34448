#!/usr/bin/env bash
# Expected: a domain that takes no mail (null MX, RFC 7505) is reported with 5.1.10, the code made for it.
# Seen (Debian 12): Postfix 3.7.11 writes Status 5.1.0, Exim 4.96 5.0.0 with no Diagnostic-Code at all.
# (5.1.10 is what Exchange writes for a mailbox it does not know.)
# Follows: 5.1.10 identifies no null MX, and a null MX comes without it: the words must be read.
# Needs root on Debian 12: the server is unpacked into a file system and a network of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
mails=$(mktemp -d)
trap 'rm -rf "$mails"' EXIT
TO=$mails bash test/mail-servers/make.sh postfix exim >"$mails/log" 2>&1 </dev/null
grep -aH "^Status\|^Diagnostic" "$mails"/*-nullmx.eml
if grep -aq "^Status: 5.1.10" "$mails"/*-nullmx.eml; then echo "changed: the code is given"; exit 1; fi
