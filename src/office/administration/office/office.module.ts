import { Module } from '@nestjs/common';
import { HeadsService } from './heads.service.ts';
import { OfficeController } from './office.controller.ts';
import { OfficePages } from './office.pages.tsx';
import { UnitsPages } from './units.pages.tsx';
import { UnitsService } from './units.service.ts';

@Module({
  controllers: [OfficeController, OfficePages, UnitsPages],
  providers: [HeadsService, UnitsService],
})
export class OfficeModule {}
