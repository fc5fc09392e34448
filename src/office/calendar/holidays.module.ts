import { Module } from '@nestjs/common';
import { HolidaysController } from './holidays.controller.ts';
import { HolidaysPages } from './holidays.pages.tsx';
import { HolidaysService } from './holidays.service.ts';

@Module({
  controllers: [HolidaysController, HolidaysPages],
  providers: [HolidaysService],
})
export class HolidaysModule {}
