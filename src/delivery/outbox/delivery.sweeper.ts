import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../../config.ts';
import { PeriodicTask } from '../../periodic-task.ts';
import { DeliveryService } from './delivery.service.ts';

/** Finds what is due but not queued: retries, and all that a lost queue or a crash left behind. */
@Injectable()
export class DeliverySweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(config: Config, deliveries: DeliveryService) {
    const logger = new Logger(DeliverySweeper.name);
    this.task = new PeriodicTask(config.sweepSeconds, () => deliveries.sweep(), logger);
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
