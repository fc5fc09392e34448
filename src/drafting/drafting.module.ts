import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.ts';
import { DispatchesModule } from '../dispatches/dispatches.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { SigningModule } from '../signing/office/signing.module.ts';
import { DispatchesController } from './dispatches.controller.ts';
import { DispatchesPages } from './dispatches.pages.tsx';
import { DraftingPages } from './drafting.pages.tsx';
import { DraftingService } from './drafting.service.ts';
import { PreviewController } from './preview.controller.tsx';

@Module({
  imports: [DirectoryModule, DispatchesModule, DocumentsModule, SigningModule],
  providers: [DraftingService],
  // dispatches/new goes before dispatches/:id
  controllers: [DispatchesController, DraftingPages, DispatchesPages, PreviewController],
})
export class DraftingModule {}
