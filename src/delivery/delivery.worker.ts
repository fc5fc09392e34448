import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createPostgresBackend, Worker, type Job } from 'bullmq';
import { Config } from '../config.ts';
import { QUEUE, type DeliveryJob } from './delivery.queue.ts';
import { DeliveryService } from './delivery.service.ts';
import { within } from './within.ts';

const JOBS_AT_ONCE = 2;

/** Takes jobs from the queue; all it does with one is to call the service. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorker.name);
  private worker: ReturnType<typeof this.open> | undefined;

  constructor(
    private readonly config: Config,
    private readonly deliveries: DeliveryService,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = this.open();
    this.worker.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
    this.worker.on('failed', (job, error) =>
      this.logger.error(`dispatch ${job?.data.dispatchId}: ${error.message}`, error.stack),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.worker) await within(10_000, this.worker.close());
  }

  private open() {
    const deliver = (job: Job<DeliveryJob>) => this.deliveries.deliverDue(job.data.dispatchId);
    const options = { concurrency: JOBS_AT_ONCE };
    return this.config.redisUrl
      ? new Worker(QUEUE, deliver, {
          ...options,
          connection: { url: this.config.redisUrl, maxRetriesPerRequest: null },
        })
      : new Worker(
          QUEUE,
          deliver,
          { ...options, connection: { connectionString: this.config.databaseUrl, max: 4 } },
          createPostgresBackend,
        );
  }
}
