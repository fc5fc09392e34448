import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.ts';
import { DispatchesController } from './dispatches.controller.ts';
import { DispatchesService } from './dispatches.service.ts';
import { DispatchesPages } from './dispatches.pages.tsx';
import { DraftingPages } from './drafting.pages.tsx';
import { LineTargets } from './line-targets.ts';

@Module({
  imports: [DirectoryModule],
  controllers: [DispatchesController, DraftingPages, DispatchesPages], // dispatches/new goes before dispatches/:id
  providers: [DispatchesService, LineTargets],
  exports: [DispatchesService, LineTargets],
})
export class DispatchesModule {}
