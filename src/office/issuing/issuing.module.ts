import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { PeriodicTasks } from '../../platform/process/periodic-tasks.ts';
import { DeliveryModule } from '../delivery/delivery.module.ts';
import { DocumentsModule } from '../dispatches/render.module.ts';
import { SigningModule } from '../signing-keys/signing.module.ts';
import { IssuingController } from './issuing.controller.ts';
import { IssuingPages } from './issuing.pages.tsx';
import { IssuingService } from './issuing.service.ts';
import { NumberingService } from './numbering.service.ts';
import { OfficialFile } from './official-file.ts';
import { RecordCopies } from './record-copies.ts';

@Module({
  imports: [DocumentsModule, SigningModule, DeliveryModule],
  controllers: [IssuingController, IssuingPages],
  providers: [IssuingService, NumberingService, OfficialFile, RecordCopies],
  exports: [IssuingService],
})
export class IssuingModule {}

/** For worker processes: completes issuances that a crash interrupted, and files that wait for a timestamp. */
@Module({
  imports: [DocumentsModule, SigningModule, DeliveryModule],
  providers: [
    IssuingService,
    OfficialFile,
    RecordCopies,
    PeriodicTasks.of(
      'issuing',
      [Config, IssuingService, RecordCopies],
      // A timestamp may take minutes, an unfinished issuance must not wait for it.
      ({ sweepSeconds: seconds }, issuing, copies) => [
        { seconds, work: () => issuing.finishAll() },
        { seconds, work: () => copies.completeDue() },
      ],
    ),
  ],
})
export class IssuingWorkerModule {}
