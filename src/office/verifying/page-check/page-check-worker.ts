import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../../../platform/process/bounded-thread.ts';
import { checkPdf } from '../../../engines/page/page-rules/check-pdf.ts';
import { UnreadableFile } from '../../../engines/page/page-rules/reading/read-pdf.ts';
import type { PageCheckAnswer } from './page-check-thread.ts';

const port = parentPort!;

async function answer(pdf: Uint8Array): Promise<ThreadAnswer<PageCheckAnswer>> {
  try {
    return { result: { checked: await checkPdf(pdf) } };
  } catch (error) {
    if (error instanceof UnreadableFile) return { result: { unreadable: error.why } };
    // Whatever a file of strangers breaks, it is their file that cannot be read.
    return { fault: (error as Error).stack ?? String(error) };
  }
}

port.on('message', (pdf: Uint8Array) => {
  void answer(pdf).then((message) => port.postMessage(message));
});
port.postMessage('ready');
