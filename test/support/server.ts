import { Client } from 'pg';

/** One statement on the server itself, outside any transaction. */
export async function onServer<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function siblingUrl(url: string, database: string): string {
  const sibling = new URL(url);
  sibling.pathname = `/${database}`;
  return sibling.href;
}

/**
 * Drops a database and ends whatever of ours is still connected. `WITH (FORCE)` will not do: it gives
 * up when PostgreSQL itself is vacuuming there, which a plain DROP waits for.
 */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(
    server,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = '${name}' AND usename = current_user`,
  );
  await onServer(server, `DROP DATABASE ${name}`);
}
