#!/usr/bin/env bash
# Expected: mkdir of a new folder on a read-only file system fails with EROFS, with and without `recursive`.
# Happens: without it Node says EROFS; with `recursive: true`, and when everything above is there, it says ENOENT,
#   “no such file or directory”. A worker whose unit has ProtectSystem=strict seems to miss a folder that it may not make.
# Versions: Node 20.20.2 and 22.22.0, as found on Debian 12. Source: node src/node_file.cc, MKDirpSync (any error
#   but a few is answered from a stat of the path, which is not there).
# Follows: the code of a failed recursive mkdir does not tell why; a message names the setting and asks for a folder
#   that can be written to (src/office/delivery/attempts/outcome-wal.ts).
# Needs root, for a mount in a namespace of its own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >try.mjs <<'JS'
import { mkdirSync } from 'node:fs';
const code = (options) => { try { mkdirSync('disk/new', options); return 'made'; } catch (error) { return error.code; } };
console.log(`${process.version}: plain ${code({})}, recursive ${code({ recursive: true })}`);
JS
mkdir disk
seen=''
for version in 20.20.2 22.22.0; do
  npm install --silent --no-fund --no-audit --no-save "node@$version" >/dev/null 2>&1
  line=$(unshare --mount sh -c 'mount -t tmpfs -o ro none disk && node_modules/node/bin/node try.mjs')
  echo "$line"
  seen+="$line;"
done
[[ $(grep -o 'plain EROFS, recursive ENOENT' <<<"$seen" | wc -l) == 2 ]] || { echo changed; exit 1; }
