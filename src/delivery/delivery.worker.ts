import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { openWorker } from './queue-backend.ts';
import { Rounds } from '../rounds.ts';
import { SendingService } from './sending.service.ts';

const JOBS_AT_ONCE = 2;

/** Takes jobs from the queue; all it does with one is to call the service. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorker.name);
  private readonly rounds: Rounds;
  private worker: ReturnType<typeof openWorker> | undefined;

  constructor(
    private readonly config: Config,
    private readonly sending: SendingService,
  ) {
    this.rounds = new Rounds(config.leaseSeconds / 6, () => sending.renew(), this.logger);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sending.recover();
    this.rounds.start();
    this.worker = openWorker(this.config, JOBS_AT_ONCE, ({ data }) =>
      this.sending.deliverDue(data),
    );
    this.worker.opened.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
    this.worker.opened.on('failed', (job, error) =>
      this.logger.error(`dispatch ${job?.data.dispatchId}: ${error.message}`, error.stack),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
    await this.worker?.close(10_000);
  }
}
