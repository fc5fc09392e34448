#!/usr/bin/env bash
# BullMQ with its PostgreSQL backend, when the database comes a moment after the process: does the queue connect later?
#
# Expected: a queue whose first connection was refused tries again at the next call, as pg's pool behind it does.
# Happens: the promise of the first connection is kept, rejected: every later call fails with the old ECONNREFUSED
#   and not one connection is tried, however long the server has been there. The LISTEN client is forgotten when it
#   fails; the pool's readiness is not.
# Versions: bullmq 6.7.0, pg 8.23.1, Node 20 or later.
# Source: waitUntilReady() in bullmq's dist/esm/postgres/postgres-connection.js ("Idempotent and memoized").
# Follows for us: a queue that failed to open is thrown away and another is opened (docs/behaviour/postgres.md).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" bullmq@6.7.0 pg@8.23.1
cat >"$folder/ask.mjs" <<'JS'
import { createPostgresBackend, Queue } from 'bullmq';
import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';

const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();
await once(free, 'close');
const connectionString = `postgres://someone@127.0.0.1:${port}/somewhere`;
const queue = new Queue('jobs', { connection: { connectionString } }, createPostgresBackend);
const pool = new pg.Pool({ connectionString });
for (const thing of [queue, pool]) thing.on('error', () => {});
const ask = (work) => work().then(() => 'answered', ({ code, message }) => code ?? message);
const first = [await ask(() => queue.getJobCounts()), await ask(() => pool.query('SELECT 1'))];
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
server.listen(port, '127.0.0.1');
await once(server, 'listening');
const counted = async (work) => {
  connections = 0;
  const said = await ask(work);
  return `${said}, ${connections} connections`;
};
console.log(`before there is a server: queue ${first[0]}, pool ${first[1]}`);
const later = await counted(() => queue.getJobCounts());
console.log(`when something listens:   queue ${later}; pool ${await counted(() => pool.query('SELECT 1'))}`);
process.exit(/^ECONNREFUSED, 0/.test(later) ? 0 : 1);
JS
if ! node "$folder/ask.mjs"; then
  echo "This is not what was seen before."
  exit 1
fi
