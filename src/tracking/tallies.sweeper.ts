import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';

/** Folds what changed into the tallies; counts are right before and after, only cheaper after. */
@Injectable()
export class TalliesSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(config: Config, database: DataSource) {
    const fold = async () =>
      void (await database.query('SELECT fold_standing_changes(), fold_reply_changes()'));
    this.rounds = new Rounds(config.sweepSeconds, fold, new Logger(TalliesSweeper.name));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
