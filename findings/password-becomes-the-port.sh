#!/usr/bin/env bash
# A password that begins like a year becomes the port, and the role the host.
#
# Expected: a connection address whose password has a bare `/`, `#` or `?` is refused as no address, as
# `postgresql://role:p/x@db/name` is (ERR_INVALID_URL).
# Happens: such a character ends the authority, and what stands before it is host and port. Digits make it
# valid: with the password `2024/x` pg connects to the machine `role`, port 2024 (and the rest of the
# password becomes the name of the database). The error is then about DNS: getaddrinfo ENOTFOUND role.
# Versions: pg 8.23.1 (pg-connection-string of the same install), Node 20.
# Source: RFC 3986, 3.2; https://www.postgresql.org/docs/current/libpq-connect.html (percent-encoding).
# For us: an address with an @ behind its host, or with a fragment, is refused at the start, with the way
# such a password is written (src/platform/config/database-url.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund pg@8.23.1
cat >ask.js <<'JS'
import pg from 'pg';
const read = (password) => {
  try {
    const { host, port, database } = new pg.Client(`postgresql://role:${password}@127.0.0.1:5432/name`);
    return { host, port, database };
  } catch (error) {
    return error.code;
  }
};
const found = Object.fromEntries(['p/x', '2024/x', '2024#x', '2024%2Fx'].map((each) => [each, read(each)]));
console.log(found);
const isAsSaid =
  found['p/x'] === 'ERR_INVALID_URL' &&
  found['2024/x'].host === 'role' &&
  found['2024/x'].port === 2024 &&
  found['2024#x'].host === 'role' &&
  found['2024%2Fx'].host === '127.0.0.1';
if (!isAsSaid) console.log('This has changed.');
process.exit(isAsSaid ? 0 : 1);
JS
node ask.js
