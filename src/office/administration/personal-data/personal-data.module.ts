import { Module } from '@nestjs/common';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { ExtractService } from './extract.service.ts';
import { PersonalDataController } from './personal-data.controller.ts';
import { PersonalDataPages } from './personal-data.pages.tsx';
import { PersonalDataService } from './personal-data.service.ts';
import { RetentionService } from './retention.service.ts';

@Module({
  controllers: [PersonalDataController, PersonalDataPages],
  providers: [PersonalDataService, ExtractService, RetentionService],
})
export class PersonalDataModule {}

const QUARTER_OF_AN_HOUR = 900;

/** For worker processes: carries the office's periods out, soon after midnight. */
@Module({
  providers: [
    RetentionService,
    PeriodicTasks.of('retention', [RetentionService], (retention) => [
      { seconds: QUARTER_OF_AN_HOUR, work: (isStopped) => retention.carryOut(isStopped) },
    ]),
  ],
})
export class PersonalDataWorkerModule {}
