#!/usr/bin/env bash
# Expected: a non-delivery report in UTF-8 quotes what the remote server answered, as it answered it.
# Seen (Postfix 3.7.11, Debian 12): each byte of the answer that is not ASCII is a question mark, in the
# text (charset=utf-8) and in Diagnostic-Code: “không tồn tại” is “kh??ng t???n t???i”. Postfix makes
# remote answers printable one byte at a time (printable(), src/util/printable.c).
# Follows: words in other languages must be matched in that form, too; the code is lost with a bare 550.
# Needs root on Debian 12: the server is unpacked into a file system and a network of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
mails=$(mktemp -d)
trap 'rm -rf "$mails"' EXIT
TO=$mails bash test/mail-servers/make.sh postfix >"$mails/log" 2>&1 </dev/null
grep -a "^Diagnostic-Code\|^    t?" "$mails/postfix-vietnam.eml"
grep -aq "kh??ng t???n" "$mails/postfix-vietnam.eml" || { echo "changed: the answer is quoted otherwise"; exit 1; }
