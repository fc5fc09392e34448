import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { RecallingModule } from '../../recipients/recalls/recalling.module.ts';
import { RemindingModule } from '../reminders/reminding.module.ts';
import { BoardService } from './board.service.ts';
import { ExportsController } from './export/exports.controller.ts';
import { ExportsService } from './export/exports.service.ts';
import { LiveProgress } from './live-progress.tsx';
import { RecipientsService } from './recipients.service.ts';
import { TrackingController } from './tracking.controller.ts';
import { TrackingPages } from './tracking.pages.tsx';
import { TrackingService } from './tracking.service.ts';

@Module({
  imports: [RecallingModule, RemindingModule],
  controllers: [TrackingController, ExportsController, TrackingPages],
  providers: [TrackingService, RecipientsService, BoardService, ExportsService, LiveProgress],
  exports: [RecipientsService],
})
export class TrackingModule {}

/** Folds what changed into the tallies; counts are right before and after, only cheaper after. */
const FOLD = 'SELECT fold_standing_changes(), fold_reply_changes()';

/** For worker processes: keeps counting cheap. */
@Module({
  providers: [
    PeriodicTasks.of('tallies', [Config, DataSource], ({ sweepSeconds: seconds }, database) => [
      { seconds, work: async () => void (await database.query(FOLD)) },
    ]),
  ],
})
export class TrackingWorkerModule {}
