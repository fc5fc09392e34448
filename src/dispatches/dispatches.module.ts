import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.ts';
import { DispatchesController } from './dispatches.controller.ts';
import { DispatchesService } from './dispatches.service.ts';
import { LineTargets } from './line-targets.ts';

@Module({
  imports: [DirectoryModule],
  controllers: [DispatchesController],
  providers: [DispatchesService, LineTargets],
  exports: [DispatchesService, LineTargets],
})
export class DispatchesModule {}
