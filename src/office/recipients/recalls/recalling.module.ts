import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { DeliveryWorkerModule } from '../../delivery/delivery.module.ts';
import { Outbox } from '../../delivery/outbox/outbox.ts';
import { RecallLetters } from './recall-letters.ts';
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
    RecallLetters,
    PeriodicTasks.of(
      'recalls',
      [Config, DataSource, Outbox],
      ({ sweepSeconds: seconds }, database, outbox) => [
        {
          seconds,
          work: async (isStopped) => {
            await settleRecalls(database);
            await outbox.sendAllDue('recall', isStopped);
          },
        },
      ],
    ),
  ],
})
export class RecallingWorkerModule {}
