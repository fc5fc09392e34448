import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { migrate, migrateOnly, migrationNames } from '../../database/migrate.ts';
import { cutOff, migrationsIn, openBackup, RestoreRefused } from './backup-file.ts';
import { isEnd, nextLine, type LinePart } from './lines.ts';
import { migrationsOf } from './tables.ts';

/**
 * Fills an empty database from a backup, all or nothing: the file is read to its end before anything is
 * touched, and all rows come in one transaction. A backup of an earlier build goes into the tables of
 * that build, which are brought up to date after it. Rows pass in parts: none is held whole.
 */
export async function restore(file: string, databaseUrl: string): Promise<void> {
  const migrations = await migrationsIn(file);
  const unknown = migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0) throw ofOther(unknown.at(-1)!);
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {}); // the query under way fails with it
  await client.connect();
  try {
    await requireEmpty(client, migrations);
    await migrateOnly(databaseUrl, migrations);
    await client.query('BEGIN');
    await replay(client, file);
    await client.query('COMMIT');
  } catch (error) {
    if (error instanceof RestoreRefused) throw error;
    throw new RestoreRefused(
      `Khôi phục dở dang: ${(error as Error).message}. Không giữ lại gì; cơ sở dữ liệu vẫn trống như trước. Sửa điều vừa nêu rồi chạy lại.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
  await migrate(databaseUrl).catch((cause: Error) => {
    throw new RestoreRefused(
      `Đã khôi phục đủ dữ liệu, nhưng chưa đưa lên phiên bản này được: ${cause.message}. Sửa điều vừa nêu rồi chạy npm run migrate.`,
      { cause },
    );
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
        'Cơ sở dữ liệu này đã có cơ quan. Tạo một cơ sở dữ liệu mới, trống, rồi ghi nó vào DATABASE_URL.',
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

async function replay(client: Client, file: string): Promise<void> {
  const parts = openBackup(file);
  for (let line = await nextLine(parts); line !== undefined; line = await nextLine(parts)) {
    if (line === 'BEGIN;' || line.startsWith('--')) continue;
    if (line === 'COMMIT;') return;
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
