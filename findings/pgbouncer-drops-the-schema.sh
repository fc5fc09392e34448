#!/usr/bin/env bash
# BullMQ with its PostgreSQL backend behind PgBouncer in session mode: does the queue work?
#
# Expected: session mode is as good as a connection of one's own; where PgBouncer refuses a startup parameter,
#   ignore_startup_parameters, which its error and its manual point to, makes the client work.
# Happens: BullMQ asks for its schema in the startup parameter `options`. PgBouncer refuses it; when told to ignore it,
#   it drops it, so that the connection stands but has no schema and every statement of the queue fails on a table that
#   is there. A pool that says SET search_path after connecting works unchanged. (From 1.20 on PgBouncer takes from
#   `options` what it tracks; search_path it does not, unless PostgreSQL 18 reports it.)
# Versions: PgBouncer 1.18.0 and PostgreSQL 15 (Debian 12), bullmq 6.7.0, pg 8.23.1.
# Source: dist/esm/postgres/postgres-connection.js of bullmq; https://www.pgbouncer.org/config.html#ignore_startup_parameters
# Follows for us: the queue gets a pool of ours (docs/behaviour/postgres.md).
set -euo pipefail
folder=$(mktemp -d)
chmod 755 "$folder"
pids=()
# PgBouncer 1.18 has no handler for SIGQUIT, which a shell's background processes ignore.
trap 'for pid in "${pids[@]}"; do kill -QUIT "$pid" 2>/dev/null || true; kill -TERM "$pid" 2>/dev/null || true; done; wait; rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq pgbouncer libc-ares2 libevent-2.1-7 postgresql-15 libpq5 libllvm14 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" unpacked; done
export LD_LIBRARY_PATH="$folder/unpacked/usr/lib/x86_64-linux-gnu"
npm install --silent --no-audit --no-fund --prefix "$folder" bullmq@6.7.0 pg@8.23.1
free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
as_nobody=()
if [ "$(id -u)" = 0 ]; then as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
bin="$folder/unpacked/usr/lib/postgresql/15/bin"
install -d -m 700 data
if [ "$(id -u)" = 0 ]; then chown 65534:65534 data; fi
"${as_nobody[@]}" "$bin/initdb" -L "$folder/unpacked/usr/share/postgresql/15" -D data -U app -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
server=$(free_port)
"${as_nobody[@]}" "$bin/postgres" -D data -p "$server" -c listen_addresses=127.0.0.1 -c unix_socket_directories= >server.log 2>&1 &
pids+=($!)
pooler() {
  printf '%s\n' '[databases]' "* = host=127.0.0.1 port=$server user=app" '[pgbouncer]' 'listen_addr = 127.0.0.1' \
    "listen_port = $1" 'unix_socket_dir =' 'auth_type = any' "pool_mode = $2" "$3" >"$1.ini"
  "${as_nobody[@]}" "$folder/unpacked/usr/sbin/pgbouncer" -q "$1.ini" 2>/dev/null &
  pids+=($!)
}
plain=$(free_port) && pooler "$plain" session ''
ignoring=$(free_port) && pooler "$ignoring" session 'ignore_startup_parameters = options'
transactions=$(free_port) && pooler "$transactions" transaction ''
cat >ask.mjs <<'JS'
import { createPostgresBackend, Queue, runMigrations } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const [server, plain, ignoring, transactions] = process.argv.slice(2);
const at = (port) => `postgres://app@127.0.0.1:${port}/postgres`;
const connected = async (port) => {
  for (;;) {
    const client = new pg.Client(at(port));
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch {
      await pause(100);
    }
  }
};
const owner = await connected(server);
await runMigrations(owner);
for (const port of [plain, ignoring, transactions]) await (await connected(port)).end();
const ask = async (connection) => {
  const queue = new Queue('jobs', { connection }, createPostgresBackend);
  queue.on('error', () => {});
  return queue.getJobCounts().then(() => 'works', ({ message }) => message);
};
const said = {
  'straight to the server': await ask({ connectionString: at(server) }),
  'session mode': await ask({ connectionString: at(plain) }),
  'session mode, options ignored': await ask({ connectionString: at(ignoring) }),
  'session mode, SET after connecting': await ask(
    new pg.Pool({
      connectionString: at(plain),
      onConnect: (client) => client.query('SET search_path = bullmq'),
    }),
  ),
};
const locking = await connected(transactions);
await locking.query('SELECT pg_advisory_lock(1)');
await locking.end();
const { rows } = await owner.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 1");
said['transaction mode, a lock whose client has gone'] = rows.length ? 'is held' : 'is free';
console.log(Object.entries(said).map(([what, seen]) => `${what}: ${seen}`).join('\n'));
const [direct, refused, dropped, set, lock] = Object.values(said);
const isAsSeen =
  direct === 'works' && /unsupported startup parameter/.test(refused) &&
  /does not exist|schema/.test(dropped) && set === 'works' && lock === 'is held';
process.exit(isAsSeen ? 0 : 1);
JS
if ! node ask.mjs "$server" "$plain" "$ignoring" "$transactions"; then
  echo "This is not what was seen before."
  exit 1
fi
