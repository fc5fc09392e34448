import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { PeriodicTask } from '../periodic-task.ts';
import { RecallPost } from './recall-post.ts';
import { settleRecalls } from './settle.ts';

/** Decides what was under way when a dispatch was recalled, and sends the notices. */
@Injectable()
export class RecallsSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: PeriodicTask;

  constructor(config: Config, database: DataSource, post: RecallPost) {
    const work = async () => {
      await settleRecalls(database);
      await post.sendDue(() => this.task.isStopped);
    };
    this.task = new PeriodicTask(config.sweepSeconds, work, new Logger(RecallsSweeper.name));
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }
}
