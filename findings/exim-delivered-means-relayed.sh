#!/usr/bin/env bash
# Expected: “Action: delivered” means that the mailbox has the mail; for a next server that knows no
# RFC 3461 the action is “relayed” (RFC 3464, 2.3.3), as Postfix and OpenSMTPD write.
# Seen (Exim 4.96, Debian 12): “Action: delivered” with Status 2.0.0, and only the text says “(relayed to
# non-DSN-aware mailer)”.
# Follows: a report of delivery from Exim proves nothing without its text.
# Needs root on Debian 12: the server is unpacked into a file system and a network of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
mails=$(mktemp -d)
trap 'rm -rf "$mails"' EXIT
TO=$mails bash test/mail-servers/make.sh exim >"$mails/log" 2>&1 </dev/null
grep -a "^Action\|relayed to" "$mails/exim-taken.eml"
grep -aq "^Action: delivered" "$mails/exim-taken.eml" || { echo "changed: it is no longer called delivered"; exit 1; }
