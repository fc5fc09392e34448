import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../../../../platform/process/bounded-thread.ts';
import { NoDocument } from '../../../../engines/word/docx/no-document.ts';
import { readDocx, type ReadDocument } from './read-docx.ts';

const port = parentPort!;

/** What was read, or why it is nothing that can be. */
export type ImportResult =
  | { read: ReadDocument; refused?: undefined; isClassified?: undefined }
  | { read?: undefined; refused: string; isClassified?: boolean };

async function answer(bytes: Uint8Array): Promise<ThreadAnswer<ImportResult>> {
  try {
    return { result: { read: await readDocx(Buffer.from(bytes)) } };
  } catch (error) {
    if (error instanceof NoDocument) {
      const { message, isClassified } = error;
      return { result: { refused: message, isClassified } };
    }
    return { fault: (error as Error).stack ?? String(error) };
  }
}

port.on(
  'message',
  (bytes: Uint8Array) => void answer(bytes).then((said) => port.postMessage(said)),
);
port.postMessage('ready');
