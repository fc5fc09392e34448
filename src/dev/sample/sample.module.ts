import { Module } from '@nestjs/common';
import { UnitsService } from '../../office/administration/office/units.service.ts';
import { AreasService } from '../../office/directory/areas/areas.service.ts';
import { DirectoryModule } from '../../office/directory/directory.module.ts';
import { DispatchesModule } from '../../office/dispatches/dispatches.module.ts';
import { SetupModule } from '../../ops/setup.module.ts';
import { SampleOffice } from './sample-office.ts';

@Module({
  imports: [SetupModule, DirectoryModule, DispatchesModule],
  providers: [SampleOffice, UnitsService, AreasService],
})
export class SampleModule {}
