import { Module } from '@nestjs/common';
import { OfficeSetup } from '../office-setup.ts';
import { NewOfficePages } from './new-office.pages.tsx';
import { OpeningService } from './opening.service.ts';

@Module({
  controllers: [NewOfficePages],
  providers: [OpeningService, OfficeSetup],
})
export class OpeningModule {}
