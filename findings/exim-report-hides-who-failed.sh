#!/usr/bin/env bash
# Expected: Final-Recipient (RFC 3464, 2.3.2) is the address that could not be reached.
# Seen (Exim 4.96, Debian 12): for an alias or forward it is the address Exim was given; the one that
# failed stands only in the text, before “(generated from …)”, and in X-Failed-Recipients. Postfix does
# the opposite and keeps the alias in Original-Recipient.
# Follows: whoever suppresses Final-Recipient blocks a mailbox that works.
# Needs root on Debian 12: the server is unpacked into a file system and a network of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
mails=$(mktemp -d)
trap 'rm -rf "$mails"' EXIT
TO=$mails bash test/mail-servers/make.sh exim >"$mails/log" 2>&1 </dev/null
grep -a "^Final-Recipient\|^X-Failed-Recipients\|generated from" "$mails/exim-forward.eml"
grep -aq "^Final-Recipient: rfc822;chuyen-tiep@" "$mails/exim-forward.eml" || { echo "changed: another address is named"; exit 1; }
