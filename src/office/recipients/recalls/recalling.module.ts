import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { DeliveryWorkerModule } from '../../delivery/delivery.module.ts';
import { RecallPost } from './recall-post.ts';
import { RecallService } from './recall.service.ts';
import { RecallsController } from './recalls.controller.ts';
import { RecallsPages } from './recalls.pages.tsx';
import { settleRecalls } from './settle.ts';

@Module({
  controllers: [RecallsController, RecallsPages],
  providers: [RecallService],
  exports: [RecallService],
})
export class RecallingModule {}

/** For worker processes: settles recalls and sends their notices. */
@Module({
  imports: [DeliveryWorkerModule],
  providers: [
    RecallPost,
    PeriodicTasks.of(
      'recalls',
      [Config, DataSource, RecallPost],
      ({ sweepSeconds: seconds }, database, post) => [
        {
          seconds,
          work: async (isStopped) => {
            await settleRecalls(database);
            await post.sendDue(isStopped);
          },
        },
      ],
    ),
  ],
})
export class RecallingWorkerModule {}
