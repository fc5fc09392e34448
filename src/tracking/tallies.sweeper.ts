import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { PeriodicTask } from '../periodic-task.ts';

/** Folds what changed into the tallies; counts are right before and after, only cheaper after. */
@Injectable()
export class TalliesSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(config: Config, database: DataSource) {
    const fold = async () =>
      void (await database.query('SELECT fold_standing_changes(), fold_reply_changes()'));
    this.task = new PeriodicTask(config.sweepSeconds, fold, new Logger(TalliesSweeper.name));
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
