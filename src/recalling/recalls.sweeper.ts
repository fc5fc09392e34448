import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';
import { RecallPost } from './recall-post.ts';
import { settleRecalls } from './settle.ts';

/** Decides what was under way when a dispatch was recalled, and sends the notices. */
@Injectable()
export class RecallsSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(config: Config, database: DataSource, post: RecallPost) {
    const work = async () => {
      await settleRecalls(database);
      await post.sendDue(() => this.rounds.isStopped);
    };
    this.rounds = new Rounds(config.sweepSeconds, work, new Logger(RecallsSweeper.name));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
