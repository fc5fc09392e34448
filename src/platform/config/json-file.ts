import { boundedFile, FileTooLong } from '../files/bounded-file.ts';
import { RefusedToStart } from '../process/refused-to-start.ts';

const LARGEST = 2 * 2 ** 20;

/** What a file of settings holds; `what` names it to people. Windows editors begin such files with a BOM. */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const bytes = await boundedFile(file, LARGEST).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof FileTooLong) throw new RefusedToStart(`${what}: ${error.message}`);
    const why = error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`;
    throw new RefusedToStart(`${what} ${file}: ${why}. Kiểm tra đường dẫn và quyền đọc.`);
  });
  try {
    return JSON.parse(bytes.toString().replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RefusedToStart(
      `${what} ${file} không phải JSON đúng cách: ${(error as Error).message}.`,
    );
  }
}
