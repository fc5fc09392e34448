import { Module } from '@nestjs/common';
import { DeliveryWebModule } from '../../delivery/delivery.module.ts';
import { SigningModule } from '../../signing-keys/signing.module.ts';
import { HeadsService } from './heads.service.ts';
import { OfficeController } from './office.controller.ts';
import { OfficePages } from './office.pages.tsx';
import { SettingsController } from './settings.controller.ts';
import { SettingsPages } from './settings.pages.tsx';
import { SettingsService } from './settings.service.ts';
import { UnitsPages } from './units.pages.tsx';
import { UnitsService } from './units.service.ts';

@Module({
  imports: [DeliveryWebModule, SigningModule],
  controllers: [OfficeController, OfficePages, UnitsPages, SettingsController, SettingsPages],
  providers: [HeadsService, UnitsService, SettingsService],
})
export class OfficeModule {}
