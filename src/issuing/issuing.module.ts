import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { IssuingController } from './issuing.controller.ts';
import { IssuingPages } from './issuing.pages.tsx';
import { IssuingService } from './issuing.service.ts';
import { IssuingSweeper } from './issuing.sweeper.ts';

@Module({
  imports: [DocumentsModule, DeliveryModule],
  controllers: [IssuingController, IssuingPages],
  providers: [IssuingService],
  exports: [IssuingService],
})
export class IssuingModule {}

/** For worker processes: completes issuances that a crash interrupted. */
@Module({ imports: [DocumentsModule, DeliveryModule], providers: [IssuingService, IssuingSweeper] })
export class IssuingWorkerModule {}
