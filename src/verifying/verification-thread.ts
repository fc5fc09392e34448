import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Trust } from '../signing/office/office-signatures.ts';
import type { VerificationReport } from '../signing/verification/report.ts';
import { startThread } from '../start-thread.ts';
import { UploadRefused } from './upload.ts';

export interface VerificationJob {
  pdf: Uint8Array;
  trust: Trust;
  agency?: string;
}

export type VerificationAnswer =
  { report: VerificationReport; fault?: undefined } | { report?: undefined; fault: string };

interface Thread {
  worker: Worker;
  /** It has read its program. */
  ready: Promise<unknown>;
  ended: Promise<VerificationAnswer>;
}

/** Our largest dispatches take a tenth of it. */
const LONGEST_MS = 5_000;
const MOST_WAITING = 16;
const MEMORY = { maxOldGenerationSizeMb: 256 };

/**
 * Verifies beside the event loop, one file after the other, each within bounds of time and memory: the files come from
 * strangers.
 */
@Injectable()
export class VerificationThread implements OnApplicationShutdown {
  private readonly logger = new Logger(VerificationThread.name);
  private thread: Thread | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Throws `UploadRefused` when too many are waiting, and for a file that goes beyond the bounds. */
  async verify(job: VerificationJob): Promise<VerificationReport> {
    if (this.waiting >= MOST_WAITING) throw busy();
    this.waiting += 1;
    const turn = this.last.then(() => this.run(job));
    this.last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.worker.terminate();
  }

  private async run(job: VerificationJob): Promise<VerificationReport> {
    const thread = (this.thread ??= start());
    const { report, fault } = await answerOf(thread, job);
    if (report) return report;
    this.logger.warn(`A file could not be verified: ${fault}`);
    this.thread = undefined; // the next file gets a thread that this one has not touched
    await thread.worker.terminate();
    throw tooHard();
  }
}

function start(): Thread {
  const source = new URL('./verification-worker.ts', import.meta.url);
  const worker = startThread(source, { resourceLimits: MEMORY });
  worker.unref();
  const ended = new Promise<VerificationAnswer>((resolve) => {
    worker.on('error', ({ stack, message }) => resolve({ fault: stack ?? message }));
    worker.on('exit', () => resolve({ fault: 'The thread ended.' }));
  });
  return { worker, ended, ready: once(worker, 'message') };
}

async function answerOf({ worker, ended, ready }: Thread, job: VerificationJob) {
  await Promise.race([ready, ended]);
  const bounds = new AbortController();
  const answered = once(worker, 'message', bounds).then(
    ([answer]) => answer as VerificationAnswer,
    () => ended,
  );
  const tooLong = setTimeout(LONGEST_MS, { fault: `Longer than ${LONGEST_MS} ms.` }, bounds);
  worker.postMessage(job);
  const answer = await Promise.race<VerificationAnswer>([answered, tooLong, ended]);
  tooLong.catch(() => {});
  bounds.abort();
  return answer;
}

const busy = () =>
  new UploadRefused(503, 'Đang có nhiều người kiểm tra cùng lúc. Chờ một phút rồi gửi lại tệp.');

const tooHard = () =>
  new UploadRefused(
    422,
    'Cấu trúc của tệp này bất thường nên không kiểm tra được. Hãy lấy lại tệp gốc từ nơi phát hành.',
  );
