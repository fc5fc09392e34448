import { Client } from 'pg';

const ROUNDS = 3;
const PATIENCE_MS = 10_000;

/**
 * Whether what a connection sets or locks stays its own. Behind a pooler that lends a session of PostgreSQL for one
 * transaction, two connections meet the same session, or one meets several.
 */
export async function hasOwnSession(client: Client, databaseUrl: string): Promise<boolean> {
  const other = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: PATIENCE_MS,
  });
  other.on('error', () => {});
  await other.connect();
  try {
    const own = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      own.add(await sessionOf(client));
      if (own.has(await sessionOf(other))) return false;
    }
    return own.size === 1;
  } finally {
    await other.end();
  }
}

async function sessionOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ session: string }>(
    `SELECT concat_ws(' ', pid, backend_start) AS session FROM pg_stat_activity
     WHERE pid = pg_backend_pid()`,
  );
  return rows[0]!.session;
}
