import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { migrate, migrateOnly, migrationNames } from '../../database/migrate.ts';
import { cutOff, migrationsIn, openBackup, RestoreRefused } from './backup-file.ts';
import { brokenOff, notBroughtUp, unanswered } from './half-way.ts';
import { isEnd, nextLine, type LinePart } from './lines.ts';
import { migrationsOf } from './tables.ts';

/**
 * Fills an empty database from a backup, all or nothing: the file is read to its end before anything is
 * touched, and all rows come in one transaction. A backup of an earlier build goes into the tables of
 * that build, which are brought up to date after it. Rows pass in parts: none is held whole.
 */
export async function restore(file: string, databaseUrl: string): Promise<void> {
  await fill(databaseUrl, file, await checked(file));
}

/** The migrations of a backup that is whole and that this build can read. */
export async function checked(file: string): Promise<string[]> {
  const migrations = await migrationsIn(file);
  const unknown = migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0) throw ofOther(unknown.at(-1)!);
  return migrations;
}

/** `migrations` are those of the file, which was checked. */
export async function fill(databaseUrl: string, file: string, migrations: string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {}); // the query under way fails with it
  await client.connect();
  try {
    await requireEmpty(client, migrations);
    const rows = { table: undefined as string | undefined };
    try {
      await migrateOnly(databaseUrl, migrations);
      await client.query('BEGIN');
      await replay(client, file, rows);
    } catch (error) {
      throw error instanceof RestoreRefused ? error : brokenOff(error, rows.table);
    }
    await client.query('COMMIT').catch((error: Error) => {
      throw (error as { code?: string }).code?.startsWith('23')
        ? brokenOff(error, undefined)
        : unanswered(error);
    });
  } finally {
    await client.end().catch(() => {});
  }
  await migrate(databaseUrl).catch((error: Error) => {
    throw notBroughtUp(error);
  });
}

/** No office, and no tables that are newer than the backup's. */
async function requireEmpty(client: Client, migrations: string[]): Promise<void> {
  const { rows } = await client.query<{ offices: boolean; migrations: boolean }>(
    `SELECT to_regclass('public.offices') IS NOT NULL AS offices,
            to_regclass('public.migrations') IS NOT NULL AS migrations`,
  );
  const has = rows[0]!;
  if (has.offices) {
    const used = await client.query('SELECT FROM offices LIMIT 1');
    if (used.rows.length > 0) {
      throw new RestoreRefused(
        'Cơ sở dữ liệu này đã có cơ quan. Tạo một cơ sở dữ liệu mới, trống, rồi ghi nó vào DATABASE_URL; không có PostgreSQL riêng thì đặt DATA_DIR tới một thư mục mới.',
      );
    }
  }
  const made = has.migrations ? await migrationsOf(client) : [];
  if (made.every((name) => migrations.includes(name))) return;
  throw new RestoreRefused(
    `Bản sao lưu do phiên bản khác, cũ hơn, ghi (migration cuối là ${migrations.at(-1)}), mà cơ sở dữ liệu này đã có bảng của phiên bản mới. ` +
      'Tạo một cơ sở dữ liệu mới, chưa chạy npm run migrate, rồi khôi phục vào đó: các bảng được nâng cấp sau khi khôi phục.',
  );
}

const ofOther = (migration: string) =>
  new RestoreRefused(
    `Bản sao lưu do phiên bản khác, mới hơn, ghi (nó có migration ${migration}). Khôi phục bằng phiên bản ấy.`,
  );

/** `rows.table` says whose rows are under way. */
async function replay(client: Client, file: string, rows: { table?: string }): Promise<void> {
  const parts = openBackup(file);
  for (let line = await nextLine(parts); line !== undefined; line = await nextLine(parts)) {
    if (line === 'BEGIN;' || line.startsWith('--')) continue;
    if (line === 'COMMIT;') return;
    rows.table = /public\."(\w+)"/.exec(line)?.[1];
    if (line.startsWith('COPY ')) await copy(client, line, parts);
    else await client.query(line);
  }
  throw cutOff();
}

const END = Buffer.from('\\.\n');

async function copy(
  client: Client,
  statement: string,
  parts: AsyncIterator<LinePart, void>,
): Promise<void> {
  async function* rows() {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const { bytes, isStart } = next.value;
      if (isStart && isEnd(next.value) && bytes.equals(END)) return;
      yield bytes;
    }
    throw cutOff();
  }
  await pipeline(rows, client.query(copyFrom(statement.replace(/;$/, ''))));
}
