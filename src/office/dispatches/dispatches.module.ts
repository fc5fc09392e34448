import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.ts';
import { DispatchesService } from './dispatches.service.ts';
import { DraftsService } from './drafts.service.ts';
import { LineTargets } from './line-targets.ts';
import { ReadingService } from './reading/reading.service.ts';

@Module({
  imports: [DirectoryModule],
  providers: [DispatchesService, DraftsService, LineTargets, ReadingService],
  exports: [DispatchesService, DraftsService, LineTargets, ReadingService],
})
export class DispatchesModule {}
