import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { migrate } from '../../database/migrate.ts';
import { HEADER } from './back-up.ts';
import { migrationsOf } from './tables.ts';

const NO_BACKUP =
  'Tệp này không phải bản sao lưu do npm run backup ghi. Chỉ đúng tệp ấy rồi chạy lại.';

/** What keeps a backup from being restored here. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused';
}

/**
 * Fills an empty database from a backup, all or nothing: the file is read to its end before anything is
 * touched, and all rows come in one transaction.
 */
export async function restore(file: string, databaseUrl: string): Promise<void> {
  await requireWhole(file);
  await migrate(databaseUrl);
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {}); // the query under way fails with it
  await client.connect();
  try {
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM offices) AS used',
    );
    if (rows[0]!.used)
      throw new RestoreRefused(
        'Cơ sở dữ liệu này đã có cơ quan. Tạo một cơ sở dữ liệu mới, trống, rồi ghi nó vào DATABASE_URL.',
      );
    await client.query('BEGIN');
    // The secret is that of the backup: what is signed and linked in it was made with that one.
    await client.query('DELETE FROM installations');
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
}

/** Every byte of it is there and as it was written (gzip keeps a checksum of its own). */
async function requireWhole(file: string): Promise<void> {
  let first: string | undefined;
  let last = '';
  for await (const line of linesOf(file)) {
    first ??= line.toString();
    if (!first.startsWith(HEADER)) throw new RestoreRefused(NO_BACKUP);
    last = line.length < 20 ? line.toString() : '';
  }
  if (first === undefined) throw new RestoreRefused(`Tệp trống. ${NO_BACKUP}`);
  if (last !== 'COMMIT;') throw cutOff();
}

const cutOff = () =>
  new RestoreRefused('Bản sao lưu bị cắt cụt. Dùng bản khác; chưa khôi phục gì.');

async function replay(client: Client, file: string): Promise<void> {
  const lines = linesOf(file);
  const next = async () => (await lines.next()).value?.toString() as string | undefined;
  if (!(await next())?.startsWith(HEADER)) throw new RestoreRefused(NO_BACKUP);
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
  if (!isComplete) throw cutOff();
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
    throw cutOff();
  }
  await pipeline(rows, client.query(copyFrom(statement.replace(/;$/, ''))));
}

function requireSame(migrations: string[], expected: string[]): void {
  if (migrations.join() === expected.join()) return;
  const last = migrations.at(-1);
  throw new RestoreRefused(
    `Bản sao lưu do phiên bản khác ghi (migration cuối là ${last}). Khôi phục bằng phiên bản ấy, rồi chạy npm run migrate ở phiên bản này.`,
  );
}

const END = Buffer.from('\\.');
const NEWLINE = Buffer.from('\n');

/** The lines as bytes: text of COPY has no raw line ends inside its values. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  const text = createGunzip();
  const read = pipeline(createReadStream(file), text);
  read.catch(() => {}); // it is told where the lines are read
  try {
    for await (const piece of text as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
        yield Buffer.concat([...rest, piece.subarray(start, end)]);
        rest = [];
        start = end + 1;
      }
      if (start < piece.length) rest.push(piece.subarray(start));
    }
    await read;
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException);
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function unreadable(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') return cutOff();
  if (error.message === 'incorrect header check') return new RestoreRefused(NO_BACKUP);
  if (error.code?.startsWith('Z_')) {
    return new RestoreRefused(
      `Bản sao lưu bị hỏng (${error.message}). Dùng bản khác; chưa khôi phục gì.`,
    );
  }
  return new RestoreRefused(`Không đọc được bản sao lưu: ${error.message}.`);
}
