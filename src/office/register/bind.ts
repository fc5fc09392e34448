import { startThread } from '../../platform/process/start-thread.ts';
import type { RegisterBook } from './register-book.ts';

/** The book, made beside the event loop: a year of numbers takes seconds. */
export function bind(book: RegisterBook): Promise<Buffer> {
  const worker = startThread(new URL('./register-worker.ts', import.meta.url), {
    workerData: book,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The register ended before it was bound.')));
  });
}
