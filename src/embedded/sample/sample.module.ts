import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.ts';
import { DispatchesModule } from '../../dispatches/dispatches.module.ts';
import { SetupModule } from '../../setup/setup.module.ts';
import { SampleOffice } from './sample-office.ts';

@Module({ imports: [SetupModule, DirectoryModule, DispatchesModule], providers: [SampleOffice] })
export class SampleModule {}
