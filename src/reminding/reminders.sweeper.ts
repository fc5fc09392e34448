import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';
import { RemindersService } from './reminders.service.ts';

/** Reminders are counted in hours, so they are looked for more seldom than deliveries. */
const ROUNDS = 6;

@Injectable()
export class RemindersSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(config: Config, reminders: RemindersService) {
    const sweep = () => reminders.sweep(() => this.rounds.isStopped);
    const logger = new Logger(RemindersSweeper.name);
    this.rounds = new Rounds(ROUNDS * config.sweepSeconds, sweep, logger);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
