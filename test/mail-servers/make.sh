#!/usr/bin/env bash
# Makes again the mails in test/mail-servers/mails: takes mail servers of Debian one after another,
# unpacked into a file system and a network of their own (nothing is installed, nothing leaves the
# machine), sends each a mail for every cause and keeps what it writes back. Needs root on Debian 12.
#   bash test/mail-servers/make.sh [postfix exim …]     TO=another-folder, WORK=where the raw mails stay,
#                                                       ONLY='edge full' for some of the causes
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
declare -A packages=(
  [postfix]='postfix'
  [exim]='exim4-daemon-light exim4-base libidn12'
  [opensmtpd]='opensmtpd'
  [sendmail]='sendmail-bin sendmail-base sendmail-cf sensible-mda m4 liblockfile1 libwrap0 libnsl2'
  [dma]='dma'
  [dovecot]='postfix dovecot-core dovecot-lmtpd dovecot-sieve libexttextcat-2.0-0 libexttextcat-data libstemmer0d liblua5.3-0'
)
servers=("$@")
((${#servers[@]})) || servers=("${!packages[@]}")
mkdir -p "${TO:-$here/mails}"
work=${WORK:-$(mktemp -d)}
[[ -n ${WORK:-} ]] || trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
for server in "${servers[@]}"; do
  mkdir -p "$work/$server/debs" "$work/$server/over" "$work/$server/out"
  (cd "$work/$server/debs" && apt-get download -q ${packages[$server]} >/dev/null 2>&1)
  unshare --mount --net --uts --pid --fork --kill-child timeout 240 bash "$here/in-own-world.sh" "$server" "$work/$server" "$here" || echo "$server failed"
  node "$here/keep.mjs" "$server" "$work/$server" "${TO:-$here/mails}"
done
