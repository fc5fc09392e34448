#!/usr/bin/env bash
# One proxy, said by a variable, is the address 0.0.0.1.
#
# Expected: `TRUST_PROXY=1` handed to Express as it comes, app.set('trust proxy', process.env.TRUST_PROXY),
# trusts one hop like app.set('trust proxy', 1), or is refused as 'true' is.
# Happens: variables are strings, a string is a list of addresses, and ipaddr.js reads the old form '1' as
# 0.0.0.1. So it is taken without a word and nobody is trusted: request.ip is the proxy for all the world,
# which then shares one limit of tries; with 'true' the process ends at once ("invalid IP address: true").
# Versions: express 5.3.0 with the proxy-addr and ipaddr.js of its install, Node 20.
# Source: https://expressjs.com/en/guide/behind-proxies.html (types of the setting), lib/utils.js compileTrust.
# For us: TRUSTED_PROXIES takes addresses and ranges only, and refuses '1' at the start, in words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund express@5.3.0
cat >ask.js <<'JS'
import express from 'express';
const askedAs = async (trust) => {
  const app = express();
  try {
    app.set('trust proxy', trust);
  } catch (error) {
    return error.message;
  }
  app.get('/', (request, response) => response.send(request.ip));
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const headers = { 'X-Forwarded-For': '203.0.113.7' };
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`, { headers });
  server.close();
  return answer.text();
};
const [number, text, word] = [await askedAs(1), await askedAs('1'), await askedAs('true')];
console.log({ 'the number 1': number, "the string '1'": text, "the string 'true'": word });
const isAsSaid = number === '203.0.113.7' && text === '127.0.0.1' && word.includes('invalid IP');
if (!isAsSaid) console.log('This has changed.');
process.exit(isAsSaid ? 0 : 1);
JS
node ask.js
