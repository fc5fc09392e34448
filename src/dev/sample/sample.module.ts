import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../office/directory/directory.module.ts';
import { DispatchesModule } from '../../office/dispatches/dispatches.module.ts';
import { SetupModule } from '../../ops/setup.module.ts';
import { SampleOffice } from './sample-office.ts';

@Module({ imports: [SetupModule, DirectoryModule, DispatchesModule], providers: [SampleOffice] })
export class SampleModule {}
