import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { SigningModule } from '../signing/office/signing.module.ts';
import { IssuingController } from './issuing.controller.ts';
import { IssuingPages } from './issuing.pages.tsx';
import { IssuingService } from './issuing.service.ts';
import { OfficialFile } from './official-file.ts';
import { IssuingSweeper } from './issuing.sweeper.ts';

@Module({
  imports: [DocumentsModule, SigningModule, DeliveryModule],
  controllers: [IssuingController, IssuingPages],
  providers: [IssuingService, OfficialFile],
  exports: [IssuingService],
})
export class IssuingModule {}

/** For worker processes: completes issuances that a crash interrupted. */
@Module({
  imports: [DocumentsModule, SigningModule, DeliveryModule],
  providers: [IssuingService, OfficialFile, IssuingSweeper],
})
export class IssuingWorkerModule {}
