import { Module } from '@nestjs/common';
import { DispatchesModule } from '../../dispatches/dispatches.module.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryPages } from './history.pages.tsx';
import { HistoryService } from './history.service.ts';

@Module({
  imports: [DispatchesModule],
  controllers: [HistoryController, HistoryPages],
  providers: [HistoryService],
})
export class HistoryModule {}
