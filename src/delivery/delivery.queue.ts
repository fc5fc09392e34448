import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue } from 'bullmq';
import { Config } from '../config.ts';
import { within } from './within.ts';

export const QUEUE = 'deliveries';

/** How many deliveries one job takes up. */
export const CHUNK = 100;

/** A job says which dispatch has deliveries to send; the rows say which. */
export interface DeliveryJob {
  dispatchId: string;
}

/** Redis when REDIS_URL is set, otherwise tables of its own in PostgreSQL. */
export function openQueue(config: Config) {
  return config.redisUrl
    ? new Queue(QUEUE, { connection: { url: config.redisUrl } })
    : new Queue(
        QUEUE,
        { connection: { connectionString: config.databaseUrl, max: 4 } },
        createPostgresBackend,
      );
}

@Injectable()
export class DeliveryQueue implements OnApplicationShutdown {
  private readonly queue: ReturnType<typeof openQueue>;

  constructor(config: Config) {
    this.queue = openQueue(config);
    this.queue.on('error', () => {}); // BullMQ reconnects by itself; `wake` reports what fails
  }

  /**
   * Wakes workers for `count` due deliveries of a dispatch. A job that is still queued is not added
   * again, so this may be called at any time, any number of times.
   */
  async wake(dispatchId: string, count: number, priority: number): Promise<void> {
    const chunks = Math.ceil(count / CHUNK);
    await this.queue.addBulk(
      Array.from({ length: chunks }, (_, chunk) => ({
        name: 'deliver',
        data: { dispatchId } satisfies DeliveryJob,
        opts: {
          jobId: `${dispatchId}-${chunk}`,
          priority,
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await within(3000, this.queue.close());
  }
}
