import { Module } from '@nestjs/common';
import { TrackingModule } from '../progress/tracking.module.ts';
import { DeskPages } from './desk.pages.tsx';
import { DeskService } from './desk.service.ts';

@Module({
  imports: [TrackingModule],
  controllers: [DeskPages],
  providers: [DeskService],
})
export class DeskModule {}
