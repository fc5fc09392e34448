import { Module } from '@nestjs/common';
import { MandatesController } from './mandates.controller.ts';
import { MandatesPages } from './mandates.pages.tsx';
import { MandatesService } from './mandates.service.ts';

@Module({
  controllers: [MandatesController, MandatesPages],
  providers: [MandatesService],
})
export class MandatesModule {}
