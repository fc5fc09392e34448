import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { HEADER, MIGRATION } from './backup-file.ts';
import { migrationsOf, quoted, tablesOf } from './tables.ts';

/**
 * Writes all rows of one moment to a gzipped SQL script, while work goes on. `restore` reads it, and
 * so does `psql` on an empty database that `npm run migrate` has prepared. It appears under its name
 * when it is whole.
 */
export async function backUp(databaseUrl: string, file: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {}); // the query under way fails with it
  await client.connect();
  const partial = `${file}.partial`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const gzip = createGzip();
    const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600 }));
    // Whatever fails first is told: a full disk while rows are read, or the other way round.
    const rows = write(client, gzip).then(
      () => gzip.end(),
      (error: Error) => gzip.destroy(error),
    );
    await Promise.all([rows, written]);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function write(client: Client, out: NodeJS.WritableStream): Promise<void> {
  const say = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await say(`${HEADER}\n-- ${new Date().toISOString()}\n`);
  for (const name of await migrationsOf(client)) await say(`${MIGRATION}${name}\n`);
  await say(`BEGIN;\n`);
  const tables = await tablesOf(client);
  const each = async (verb: (name: string) => string, list = tables) => {
    for (const { name } of list) await say(`${verb(`public.${quoted(name)}`)};\n`);
  };
  await each((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await each((table) => `DELETE FROM ${table}`, tables.toReversed()); // what migrations put there
  for (const { name, columns } of tables) {
    const target = `public.${quoted(name)} (${columns.map(quoted).join(', ')})`;
    await say(`COPY ${target} FROM stdin;\n`);
    const rows = client.query(copyTo(`COPY ${target} TO STDOUT`));
    for await (const piece of rows) if (!out.write(piece)) await once(out, 'drain');
    await say('\\.\n');
  }
  await each((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const statement of await sequences(client)) await say(`${statement}\n`);
  await say(`COMMIT;\n`);
}

/** Where numbering goes on. */
async function sequences(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) AS name, last_value AS last
     FROM pg_sequences WHERE schemaname = 'public' AND sequencename NOT LIKE 'migrations%'`,
  );
  return rows
    .filter(({ last }) => last !== null)
    .map(({ name, last }) => `SELECT setval('${name.replaceAll("'", "''")}', ${last});`);
}
