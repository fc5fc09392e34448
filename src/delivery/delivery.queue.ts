import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config.ts';
import { openQueue, type DeliveryJob } from './queue-backend.ts';

/** How many deliveries one job takes up. */
export const CHUNK = 100;

@Injectable()
export class DeliveryQueue implements OnApplicationShutdown {
  private readonly queue: ReturnType<typeof openQueue>;

  constructor(config: Config) {
    this.queue = openQueue(config);
    this.queue.opened.on('error', () => {}); // it reconnects by itself; `wake` reports what fails
  }

  /**
   * Wakes workers for `count` due deliveries of a dispatch. A job that is still queued is not added
   * again, so this may be called at any time, any number of times.
   */
  async wake(dispatchId: string, count: number, priority: number): Promise<void> {
    const chunks = Math.ceil(count / CHUNK);
    await this.queue.opened.addBulk(
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
    await this.queue.close(3000);
  }
}
