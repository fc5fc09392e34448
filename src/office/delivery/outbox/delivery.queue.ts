import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../../platform/config/config.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { openQueue, type DeliveryJob } from './queue-backend.ts';
import { inTime } from './within.ts';

/** How many deliveries one job takes up at most. */
export const CHUNK = 500;

/** Jobs of one urgency at most; BullMQ's priorities end at 2 097 152. */
const PER_URGENCY = 100_000;

/** How long the queue may take to answer. */
const PATIENCE_MS = 2000;

type Opened = ReturnType<typeof openQueue>['opened'];

@Injectable()
export class DeliveryQueue implements OnApplicationShutdown {
  private queue: ReturnType<typeof openQueue> | undefined;

  constructor(private readonly config: Config) {}

  /**
   * Wakes workers for `count` due deliveries of a dispatch by one channel; `priority` 1 goes before 2. Within one
   * priority the first chunks of all dispatches go before the second ones, so a large dispatch keeps
   * no small one waiting. A job that is still queued is not added again, so this may be called at any
   * time, any number of times.
   */
  async wake(
    dispatchId: string,
    channel: ChannelName,
    count: number,
    priority: number,
  ): Promise<void> {
    const chunks = Math.ceil(count / CHUNK);
    const jobs = Array.from({ length: chunks }, (_, chunk) => ({
      dispatchId,
      channel,
      priority: priority * PER_URGENCY + Math.min(chunk, PER_URGENCY - 1),
      timeSlice: 0,
    }));
    await this.use((queue) => queue.addBulk(jobs.map((job) => described(job, 0))));
  }

  /** Another time slice for a job that could not finish in its own, behind all that is more urgent. */
  async requeue(job: DeliveryJob, delayMs: number): Promise<void> {
    const next = described({ ...job, timeSlice: job.timeSlice + 1 }, delayMs);
    await this.use((queue) => queue.addBulk([next]));
  }

  /** Jobs by state: `waiting`, `active`, `delayed` … */
  counts(): Promise<Record<string, number>> {
    return this.use((queue) => queue.getJobCounts());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close(3000);
  }

  /** Fails when the queue does not answer soon: nothing that matters waits for it. */
  private async use<Result>(ask: (queue: Opened) => Promise<Result>): Promise<Result> {
    this.queue ??= this.open();
    const current = this.queue;
    try {
      await inTime(PATIENCE_MS, current.opened.waitUntilReady());
    } catch (error) {
      // BullMQ remembers for ever that its first connection failed.
      if (this.queue === current) this.queue = undefined;
      void current.close(3000);
      throw error;
    }
    return inTime(PATIENCE_MS, ask(current.opened));
  }

  private open(): ReturnType<typeof openQueue> {
    const queue = openQueue(this.config);
    queue.opened.on('error', () => {}); // it reconnects by itself; who asks is told what fails
    return queue;
  }
}

const described = (job: DeliveryJob, delay: number) => ({
  name: 'deliver',
  data: job,
  opts: {
    jobId: `${job.dispatchId}-${job.channel}-${job.priority}-${job.timeSlice}`,
    priority: job.priority,
    delay,
    removeOnComplete: true,
    removeOnFail: true,
  },
});
