import { Module } from '@nestjs/common';
import { DispatchesModule } from '../dispatches/dispatches.module.ts';
import { TrackingController } from './tracking.controller.ts';
import { TrackingPages } from './tracking.pages.tsx';
import { TrackingService } from './tracking.service.ts';

@Module({
  imports: [DispatchesModule],
  controllers: [TrackingController, TrackingPages],
  providers: [TrackingService],
})
export class TrackingModule {}
