import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.ts';
import { DispatchesModule } from '../../dispatches/dispatches.module.ts';
import { SampleOffice } from './sample-office.ts';

@Module({ imports: [DirectoryModule, DispatchesModule], providers: [SampleOffice] })
export class SampleModule {}
