import { runMigrations as migrateQueue } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { connect, databaseOptions } from './database.ts';
import { beginFacts } from '../office/journal/facts/begin-facts.ts';
import { RefusedToStart } from '../platform/process/refused-to-start.ts';
import { applyComputed } from './computed.ts';
import { hasOwnSession } from '../platform/postgres/own-session.ts';
import { requireSuitable } from './suitable-database.ts';

const MIGRATION_LOCK = 0x4e4e;
const NO_SESSION =
  'DATABASE_URL đi qua một pooler chia kết nối theo từng giao dịch (PgBouncer: pool_mode = transaction), nên khoá của migrate không giữ được. ' +
  'Đặt pool_mode = session cho cơ sở dữ liệu này, hoặc để DATABASE_URL trỏ thẳng vào PostgreSQL, rồi chạy lại.';

/** Brings the tables of the application and of the queue up to date; safe from several processes at once. */
export async function migrate(url: string): Promise<void> {
  await alone(url, async (client) => {
    const database = await connect(url);
    try {
      const isMigrated = (await database.runMigrations()).length > 0;
      await applyComputed(client, isMigrated);
      await beginFacts(database);
    } finally {
      await database.destroy();
    }
    await migrateQueue(client);
  });
}

/** Every migration that this build knows. */
export const migrationNames = (): string[] => migrations('').map(({ name }) => name);

/** Makes the tables as they were when there were only the migrations of these names, for rows of that time. */
export async function migrateOnly(url: string, names: string[]): Promise<void> {
  await alone(url, async () => {
    const some = migrations(url).filter(({ name }) => names.includes(name));
    const database = await new DataSource({
      ...databaseOptions(url),
      migrations: some,
    }).initialize();
    try {
      await database.runMigrations();
    } finally {
      await database.destroy();
    }
  });
}

const migrations = (url: string) => databaseOptions(url).migrations as (new () => object)[];

async function alone(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await requireSuitable(client);
    if (!(await hasOwnSession(client, url))) throw new RefusedToStart(NO_SESSION);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}
