import { Module } from '@nestjs/common';
import { RecallingModule } from '../recalling/recalling.module.ts';
import { RemindingModule } from '../reminding/reminding.module.ts';
import { BoardService } from './board.service.ts';
import { ExportsController } from './export/exports.controller.ts';
import { ExportsService } from './export/exports.service.ts';
import { LiveProgress } from './live-progress.tsx';
import { RecipientsService } from './recipients.service.ts';
import { TalliesSweeper } from './tallies.sweeper.ts';
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

/** For worker processes: keeps counting cheap. */
@Module({ providers: [TalliesSweeper] })
export class TrackingWorkerModule {}
