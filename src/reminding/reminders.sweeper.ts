import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config.ts';
import { PeriodicTask } from '../periodic-task.ts';
import { RemindersService } from './reminders.service.ts';

/** Reminders are counted in hours, so they are looked for more seldom than deliveries. */
const ROUNDS = 6;

@Injectable()
export class RemindersSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(config: Config, reminders: RemindersService) {
    const sweep = () => reminders.sweep(() => this.task.isStopped);
    const logger = new Logger(RemindersSweeper.name);
    this.task = new PeriodicTask(ROUNDS * config.sweepSeconds, sweep, logger);
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
