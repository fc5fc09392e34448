import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { migrate } from '../../migrations/migrate.ts';
import { HEADER } from './back-up.ts';
import { migrationsOf } from './tables.ts';

/** What keeps a backup from being restored here. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused';
}

/** Fills an empty database from a backup, all or nothing. */
export async function restore(file: string, databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM offices) AS used',
    );
    if (rows[0]!.used) throw new RestoreRefused('The database is not empty. Name a new one.');
    await client.query('BEGIN');
    await replay(client, file);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function replay(client: Client, file: string): Promise<void> {
  const lines = linesOf(file);
  const next = async () => (await lines.next()).value?.toString() as string | undefined;
  if (!(await next())?.startsWith(HEADER)) throw new RestoreRefused('This is no backup.');
  const expected = await migrationsOf(client);
  const migrations: string[] = [];
  let isComplete = false;
  for (let line = await next(); line !== undefined; line = await next()) {
    if (line.startsWith('-- migration ')) migrations.push(line.slice('-- migration '.length));
    else if (line === 'BEGIN;') requireSame(migrations, expected);
    else if (line === 'COMMIT;') isComplete = true;
    else if (line.startsWith('COPY ')) await copy(client, line, lines);
    else if (!line.startsWith('--')) await client.query(line);
  }
  if (!isComplete) throw new RestoreRefused('The backup is cut off.');
}

async function copy(
  client: Client,
  statement: string,
  lines: AsyncIterator<Buffer>,
): Promise<void> {
  async function* rows() {
    for (let row = await lines.next(); !row.done; row = await lines.next()) {
      if (row.value.equals(END)) return;
      yield Buffer.concat([row.value, NEWLINE]);
    }
    throw new RestoreRefused('The backup is cut off.');
  }
  await pipeline(rows, client.query(copyFrom(statement.replace(/;$/, ''))));
}

function requireSame(migrations: string[], expected: string[]): void {
  if (migrations.join() === expected.join()) return;
  const last = migrations.at(-1);
  throw new RestoreRefused(
    `The backup was made by another version (its last migration is ${last}). Restore it with that version, then migrate.`,
  );
}

const END = Buffer.from('\\.');
const NEWLINE = Buffer.from('\n');

/** The lines as bytes: text of COPY has no raw line ends inside its values. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const piece of createReadStream(file).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
      yield Buffer.concat([...rest, piece.subarray(start, end)]);
      rest = [];
      start = end + 1;
    }
    if (start < piece.length) rest.push(piece.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
