import { inWords } from '../../platform/config/in-words.ts';
import { isEnd, lineParts, LineTooLong, nextLine } from './lines.ts';
import type { LinePart } from './lines.ts';

export const HEADER = '-- Nơi Nhận backup 1';
export const MIGRATION = '-- migration ';

/** What keeps a backup from being restored here. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused';
}

const NO_BACKUP =
  'Tệp này không phải bản sao lưu do npm run backup ghi. Chỉ đúng tệp ấy rồi chạy lại.';

export const cutOff = () =>
  new RestoreRefused('Bản sao lưu bị cắt cụt. Dùng bản khác; chưa khôi phục gì.');

/** A backup from its first line behind the header on; what is wrong with the file is a `RestoreRefused`. */
export async function* openBackup(file: string): AsyncGenerator<LinePart, void> {
  try {
    const parts = lineParts(file);
    const first = await nextLine(parts);
    if (first === undefined) throw new RestoreRefused(`Tệp trống. ${NO_BACKUP}`);
    if (!first.startsWith(HEADER)) throw new RestoreRefused(NO_BACKUP);
    yield* parts;
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException);
  }
}

/**
 * Reads it to its end, so that every byte of it is there and as it was written (gzip keeps a checksum of
 * its own). The migrations that had made its tables.
 */
export async function migrationsIn(file: string): Promise<string[]> {
  const parts = openBackup(file);
  const migrations: string[] = [];
  let line = await nextLine(parts);
  for (; line?.startsWith('--'); line = await nextLine(parts)) {
    if (line.startsWith(MIGRATION)) migrations.push(line.slice(MIGRATION.length));
  }
  let last = line ?? '';
  for await (const part of parts) {
    last = part.isStart && isEnd(part) ? part.bytes.subarray(0, 20).toString() : '';
  }
  if (last !== 'COMMIT;\n') throw cutOff();
  return migrations;
}

function unreadable(error: NodeJS.ErrnoException): Error {
  if (error instanceof RestoreRefused) return error;
  if (error instanceof LineTooLong) return new RestoreRefused(NO_BACKUP);
  if (error.code === 'Z_BUF_ERROR') return cutOff();
  if (error.message === 'incorrect header check') return new RestoreRefused(NO_BACKUP);
  if (error.code?.startsWith('Z_')) {
    return new RestoreRefused(
      `Bản sao lưu bị hỏng (${error.message}). Dùng bản khác; chưa khôi phục gì.`,
    );
  }
  return new RestoreRefused(`Không đọc được bản sao lưu. ${inWords(error)}`);
}
