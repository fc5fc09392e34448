import { Module } from '@nestjs/common';
import { BounceCollector } from './bounces/bounce-collector.ts';
import { BounceInbox } from './bounces/bounce-inbox.ts';
import { DeliveryQueue } from './delivery.queue.ts';
import { DeliveryService } from './delivery.service.ts';
import { DeliverySweeper } from './delivery.sweeper.ts';
import { DeliveryWorker } from './delivery.worker.ts';
import { MailLimitController } from './mail-limit.controller.ts';
import { MailLimitService } from './mail-limit.service.ts';
import { Mailer } from './mailer.ts';
import { ReportsService } from './reports.service.ts';
import { RunsController } from './runs.controller.ts';
import { RunsPages } from './runs.pages.ts';
import { RunsService } from './runs.service.ts';
import { SendingService } from './sending.service.ts';
import { AgencyChannelsController } from './webhook/agency-channels.controller.ts';
import { AgencyChannelsPages } from './webhook/agency-channels.pages.tsx';
import { AgencyChannelsService } from './webhook/agency-channels.service.ts';
import { ReplayService } from './webhook/replay.service.ts';
import { WebhookChannel } from './webhook/webhook-channel.ts';

/** What both kinds of process need: the queue, and waking workers by it. */
@Module({
  providers: [DeliveryQueue, DeliveryService],
  exports: [DeliveryQueue, DeliveryService],
})
export class DeliveryModule {}

/** For web processes: what the clerk does about runs, and sets. */
@Module({
  imports: [DeliveryModule],
  controllers: [
    MailLimitController,
    RunsController,
    RunsPages,
    AgencyChannelsController,
    AgencyChannelsPages,
  ],
  providers: [
    MailLimitService,
    RunsService,
    AgencyChannelsService,
    ReplayService,
    Mailer,
    WebhookChannel,
  ],
})
export class DeliveryWebModule {}

/** For worker processes: takes the jobs. */
@Module({
  imports: [DeliveryModule],
  providers: [
    DeliveryWorker,
    DeliverySweeper,
    SendingService,
    Mailer,
    WebhookChannel,
    BounceCollector,
    BounceInbox,
    ReportsService,
  ],
  exports: [Mailer, WebhookChannel],
})
export class DeliveryWorkerModule {}
