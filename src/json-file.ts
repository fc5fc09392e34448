import { readFile } from 'node:fs/promises';
import { RefusedToStart } from './refused-to-start.ts';

/** What a file of settings holds; `what` names it to people. Windows editors begin such files with a BOM. */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`;
    throw new RefusedToStart(`${what} ${file}: ${why}. Kiểm tra đường dẫn và quyền đọc.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RefusedToStart(
      `${what} ${file} không phải JSON đúng cách: ${(error as Error).message}.`,
    );
  }
}
