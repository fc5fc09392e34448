import { Module } from '@nestjs/common';
import { DeliveryQueue } from './delivery.queue.ts';
import { DeliveryService } from './delivery.service.ts';
import { DeliverySweeper } from './delivery.sweeper.ts';
import { DeliveryWorker } from './delivery.worker.ts';
import { Mailer } from './mailer.tsx';

/** What both kinds of process need: the queue, and sending by it. */
@Module({
  providers: [DeliveryQueue, DeliveryService, Mailer],
  exports: [DeliveryQueue, DeliveryService],
})
export class DeliveryModule {}

/** For worker processes: takes the jobs. */
@Module({ imports: [DeliveryModule], providers: [DeliveryWorker, DeliverySweeper] })
export class DeliveryWorkerModule {}
