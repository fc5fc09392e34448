import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { startThread } from './start-thread.ts';

/** A message from the thread: the result of one job or, before the first job, that its program is loaded. */
export type ThreadAnswer<Result> =
  { result: Result; fault?: undefined } | { result?: undefined; fault: string; why?: WhyNotDone };

export interface Bounds {
  longestMs: number;
  mostWaiting: number;
  memoryMb: number;
}

interface Thread<Result> {
  worker: Worker;
  ready: Promise<unknown>;
  ended: Promise<ThreadAnswer<Result>>;
}

/** Too many are waiting; it took longer or more memory than a job may; its program failed. */
export type WhyNotDone = 'busy' | 'slow' | 'memory' | 'failed';

/** A job that was not done. */
export class NotDone extends Error {
  override name = 'NotDone';
  constructor(
    readonly why: WhyNotDone,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Works beside the event loop, on one job after the other, each within bounds of time and memory: for what comes from
 * strangers. `source` is the TypeScript name of its program.
 */
export class BoundedThread<Job, Result> {
  private thread: Thread<Result> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly source: URL,
    private readonly bounds: Bounds,
  ) {}

  /** Throws `NotDone`. */
  async run(job: Job): Promise<Result> {
    if (this.waiting >= this.bounds.mostWaiting) throw new NotDone('busy', 'Too many are waiting.');
    this.waiting += 1;
    const turn = this.last.then(() => this.take(job));
    this.last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }

  async stop(): Promise<void> {
    await this.thread?.worker.terminate();
  }

  private async take(job: Job): Promise<Result> {
    const thread = (this.thread ??= this.start());
    const answer = await this.answerOf(thread, job);
    if (answer.fault === undefined) return answer.result;
    this.thread = undefined; // the next job gets a thread that this one has not touched
    await thread.worker.terminate();
    throw new NotDone(answer.why ?? 'failed', answer.fault);
  }

  private start(): Thread<Result> {
    const resourceLimits = { maxOldGenerationSizeMb: this.bounds.memoryMb };
    const worker = startThread(this.source, { resourceLimits });
    worker.unref();
    const ended = new Promise<ThreadAnswer<Result>>((resolve) => {
      worker.on('error', ({ stack, message, code }: NodeJS.ErrnoException) => {
        const why = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed';
        resolve({ fault: stack ?? message, why });
      });
      worker.on('exit', () => resolve({ fault: 'The thread ended.' }));
    });
    return { worker, ended, ready: once(worker, 'message') };
  }

  private async answerOf({ worker, ended, ready }: Thread<Result>, job: Job) {
    const { longestMs } = this.bounds;
    await Promise.race([ready, ended]);
    const bounds = new AbortController();
    const answered = once(worker, 'message', bounds).then(
      ([answer]) => answer as ThreadAnswer<Result>,
      () => ended,
    );
    const slow = { fault: `Longer than ${longestMs} ms.`, why: 'slow' } as const;
    const tooLong = setTimeout(longestMs, slow, bounds);
    worker.postMessage(job);
    const answer = await Promise.race<ThreadAnswer<Result>>([answered, tooLong, ended]);
    tooLong.catch(() => {});
    bounds.abort();
    return answer;
  }
}
