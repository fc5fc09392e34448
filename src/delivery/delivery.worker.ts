import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { DeliveryService } from './delivery.service.ts';
import { openWorker } from './queue-backend.ts';

const JOBS_AT_ONCE = 2;

/** Takes jobs from the queue; all it does with one is to call the service. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorker.name);
  private worker: ReturnType<typeof openWorker> | undefined;

  constructor(
    private readonly config: Config,
    private readonly deliveries: DeliveryService,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = openWorker(this.config, JOBS_AT_ONCE, ({ data }) =>
      this.deliveries.deliverDue(data.dispatchId),
    );
    this.worker.opened.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
    this.worker.opened.on('failed', (job, error) =>
      this.logger.error(`dispatch ${job?.data.dispatchId}: ${error.message}`, error.stack),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close(10_000);
  }
}
