import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.ts';
import { DispatchesModule } from '../dispatches.module.ts';
import { DocumentsModule } from '../render.module.ts';
import { SigningModule } from '../../signing-keys/signing.module.ts';
import { BatchSigning } from './batch/batch-signing.ts';
import { SigningBatchesController } from './batch/signing-batches.controller.ts';
import { SigningBatchesPages } from './batch/signing-batches.pages.tsx';
import { SigningBatchesService } from './batch/signing-batches.service.ts';
import { SigningQueue } from './batch/signing-queue.ts';
import { ComposePage } from './compose-page.tsx';
import { DispatchesController } from './dispatches.controller.ts';
import { DispatchesPages } from './dispatches.pages.tsx';
import { DraftingPages } from './drafting.pages.tsx';
import { DraftingService } from './drafting.service.ts';
import { ReadingController } from '../reading/reading.controller.ts';
import { ReadingPages } from '../reading/reading.pages.tsx';
import { TemplatesController } from './templates/templates.controller.ts';
import { TemplatesPages } from './templates/templates.pages.tsx';
import { TemplatesService } from './templates/templates.service.ts';
import { VersionsPages } from './versions/versions.pages.tsx';
import { ImportController } from './importing/import.controller.ts';
import { ImportPages } from './importing/import.pages.tsx';
import { ImportService } from './importing/import.service.ts';
import { ImportThread } from './importing/import-thread.ts';
import { PreviewController } from './preview.controller.tsx';
import { DraftSessionsPages } from './draft-sessions/draft-sessions.pages.tsx';
import { DraftSessionsService } from './draft-sessions/draft-sessions.service.ts';

@Module({
  imports: [DirectoryModule, DispatchesModule, DocumentsModule, SigningModule],
  providers: [
    DraftingService,
    ComposePage,
    DraftSessionsService,
    TemplatesService,
    ImportThread,
    ImportService,
    SigningQueue,
    SigningBatchesService,
    BatchSigning,
  ],
  // dispatches/new and dispatches/import go before dispatches/:id
  controllers: [
    ImportPages,
    ImportController,
    DispatchesController,
    DraftingPages,
    DispatchesPages,
    PreviewController,
    VersionsPages,
    ReadingController,
    ReadingPages,
    DraftSessionsPages,
    TemplatesPages,
    TemplatesController,
    SigningBatchesController,
    SigningBatchesPages,
  ],
})
export class DraftingModule {}
