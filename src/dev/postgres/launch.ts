import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Guard } from './guard.ts';
import { succeed } from './predecessor.ts';
import { connectWhenReady } from './readiness.ts';
import { logIn, spawnServer, type ServerOptions, type ServerProcess } from './server-process.ts';

/** A server that just ended needs a moment until its last processes have let go of the memory. */
const RETRY_MS = 30_000;
const PASSING = /shared memory block .* still in use|lock file "postmaster.pid" already exists/;

/** Resolves once the server takes connections and has the application's database. */
export async function launch(options: ServerOptions, guard: Guard): Promise<ServerProcess> {
  const retryUntil = Date.now() + RETRY_MS;
  for (;;) {
    await succeed(options.dataDir, options.socketDir);
    const server = await spawnServer(options);
    guard.watch(server.pid);
    void server.ended.then(() => guard.watch(undefined));
    try {
      const client = await connectWhenReady(server, urlOf(options.socketDir, 'postgres'));
      if (client) {
        await ensureDatabase(client);
        return server;
      }
    } catch (error) {
      await server.stop();
      throw error;
    }
    const said = await server.said();
    if (!PASSING.test(said) || Date.now() > retryUntil) throw refusal(options.dataDir, said);
    await pause(200);
  }
}

/** `name` is both the role and its database. */
export function urlOf(socketDir: string, name: string): string {
  return `postgresql://${name}@localhost/${name}?host=${encodeURIComponent(socketDir)}`;
}

/** No superuser: whatever the application is made to say, it cannot read files of the server. */
async function ensureDatabase(client: Client): Promise<void> {
  try {
    const { rowCount: role } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'noinhan'`);
    if (!role) await client.query('CREATE ROLE noinhan LOGIN CREATEDB');
    const { rowCount: database } = await client.query(
      `SELECT FROM pg_database WHERE datname = 'noinhan'`,
    );
    if (!database) await client.query('CREATE DATABASE noinhan OWNER noinhan');
  } finally {
    await client.end();
  }
}

function refusal(dataDir: string, said: string): EmbeddedPostgresError {
  const detail = said.split('\n').slice(-12).join('\n');
  const log = logIn(dataDir);
  if (/No space left on device/.test(said)) {
    return new EmbeddedPostgresError(
      `Hết chỗ trên đĩa chứa ${dataDir}. Giải phóng đĩa rồi chạy lại; dữ liệu không mất.`,
      `The disk of ${dataDir} is full. Free some room and run again; no data is lost.`,
      { detail },
    );
  }
  return new EmbeddedPostgresError(
    `PostgreSQL không khởi động được trên ${dataDir}. Nguyên nhân ở các dòng dưới đây và trong ${log}.`,
    `PostgreSQL did not start on ${dataDir}. The reason is in the lines below and in ${log}.`,
    { detail },
  );
}
