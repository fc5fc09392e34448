#!/usr/bin/env bash
# Is Express's `request.ip` an IP address when the proxy is trusted?
#
# Expected: `trust proxy` names the proxies, so `request.ip` is the client's IP address, one per client.
# Happens: it is whatever stands in X-Forwarded-For behind the last trusted hop, unchecked: with a port where the
#   proxy writes one (`198.51.100.9:4711`, another text for every connection), a word where it writes one
#   (`unknown`, RFC 7239 6.2), brackets and all; and the same IPv4 client is `::ffff:198.51.100.9` when it comes
#   in by a socket for both families.
# Versions: express 5.3.0 with proxy-addr 2.0.8.
# Source: https://expressjs.com/en/guide/behind-proxies.html ; https://github.com/jshttp/proxy-addr#readme
# Follows for us: what is counted per address is counted per network of an address that was read first
#   (src/platform/web/network.ts, docs/behaviour/addresses.md); the text itself is no key.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" express@5.3.0
cat >ask.mjs <<'JS'
import express from 'express';
const app = express();
app.set('trust proxy', 'loopback');
app.get('/', (request, response) => response.send(request.ip));
const server = app.listen(0, '::', async () => {
  const { port } = server.address();
  const ask = async (host, forwarded) => {
    const headers = forwarded ? { 'x-forwarded-for': forwarded } : {};
    return (await fetch(`http://${host}:${port}/`, { headers })).text();
  };
  const asked = [
    ['127.0.0.1', undefined],
    ['127.0.0.1', '198.51.100.9'],
    ['127.0.0.1', '198.51.100.9:4711'],
    ['127.0.0.1', '[2001:db8::9]:4711'],
    ['127.0.0.1', 'unknown'],
  ];
  for (const [host, forwarded] of asked) console.log(`${forwarded ?? 'none'} -> ${await ask(host, forwarded)}`);
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node ask.mjs)
echo "$seen"
expected='none -> ::ffff:127.0.0.1
198.51.100.9 -> 198.51.100.9
198.51.100.9:4711 -> 198.51.100.9:4711
[2001:db8::9]:4711 -> [2001:db8::9]:4711
unknown -> unknown'
[ "$seen" = "$expected" ] && exit 0
echo "This is not what was seen before."
exit 1
