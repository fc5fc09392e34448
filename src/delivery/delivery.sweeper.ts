import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';
import { DeliveryService } from './delivery.service.ts';

/** Finds what is due but not queued: retries, and all that a lost queue or a crash left behind. */
@Injectable()
export class DeliverySweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(config: Config, deliveries: DeliveryService) {
    const logger = new Logger(DeliverySweeper.name);
    this.rounds = new Rounds(config.sweepSeconds, () => deliveries.sweep(), logger);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
