import { Module } from '@nestjs/common';
import { DeskPages } from './desk.pages.tsx';
import { DeskService } from './desk.service.ts';
import { ReceivingController } from './receiving.controller.ts';
import { ReceivingPages } from './receiving.pages.tsx';
import { ReceivingService } from './receiving.service.ts';

@Module({
  controllers: [ReceivingController, ReceivingPages, DeskPages],
  providers: [ReceivingService, DeskService],
})
export class ReceivingModule {}
