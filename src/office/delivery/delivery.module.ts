import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { PeriodicTasks } from '../../platform/process/periodic-tasks.ts';
import { BounceCollector } from './bounces/bounce-collector.ts';
import { BounceInbox } from './bounces/bounce-inbox.ts';
import { DeliveryQueue } from './outbox/delivery.queue.ts';
import { DeliveryService } from './outbox/delivery.service.ts';
import { DeliveryWorker } from './outbox/delivery.worker.ts';
import { MailLimitController } from './channels/mail/mail-limit.controller.ts';
import { MailLimitService } from './channels/mail/mail-limit.service.ts';
import { OUTCOME_WAL, OutcomeDisk } from './attempts/outcome-disk.ts';
import { OutcomeRecorder } from './attempts/outcome-recorder.ts';
import { Channels } from './channels/channels.ts';
import { Claims } from './outbox/claims.ts';
import { DispatchLetters } from './outbox/dispatch-letters.ts';
import { LetterKinds } from './outbox/letter-kind.ts';
import { Outbox } from './outbox/outbox.ts';
import { PreparedDispatches } from './outbox/prepared-dispatches.ts';
import { RateLimiter } from './outbox/rate-limiter.ts';
import { Recovery } from './outbox/recovery.ts';
import { ReportsService } from './bounces/reports.service.ts';
import { RunsController } from './outbox/runs.controller.ts';
import { RunsPages } from './outbox/runs.pages.ts';
import { RunsService } from './outbox/runs.service.ts';
import { SendingService } from './outbox/sending.service.ts';
import { AgencyChannelsController } from './channels/webhook/agency-channels.controller.ts';
import { AgencyChannelsPages } from './channels/webhook/agency-channels.pages.tsx';
import { AgencyChannelsService } from './channels/webhook/agency-channels.service.ts';
import { ReplayService } from './channels/webhook/replay.service.ts';
import { WebhookChannel } from './channels/webhook/webhook-channel.ts';

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
    PreparedDispatches,
    WebhookChannel,
  ],
  exports: [MailLimitService],
})
export class DeliveryWebModule {}

/** For worker processes: takes the jobs. */
@Module({
  imports: [DeliveryModule],
  providers: [
    DeliveryWorker,
    // Finds what is due but not queued: retries, and all that a lost queue or a crash left behind.
    PeriodicTasks.of(
      'deliveries',
      [Config, DeliveryService],
      ({ sweepSeconds: seconds }, service) => [{ seconds, work: () => service.sweep() }],
    ),
    SendingService,
    Outbox,
    LetterKinds,
    DispatchLetters,
    PreparedDispatches,
    Claims,
    RateLimiter,
    OUTCOME_WAL,
    OutcomeDisk,
    OutcomeRecorder,
    Recovery,
    Channels.provider,
    BounceCollector,
    BounceInbox,
    ReportsService,
  ],
  exports: [Outbox, LetterKinds],
})
export class DeliveryWorkerModule {}
