import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './platform/config/config.ts';
import { CoreModule } from './database/core.module.ts';
import { DeliveryWorkerModule } from './office/delivery/delivery.module.ts';
import { FilesWorkerModule } from './platform/files/files.module.ts';
import { IssuingWorkerModule } from './office/issuing/issuing.module.ts';
import { RecallingWorkerModule } from './office/recipients/recalls/recalling.module.ts';
import { RemindingWorkerModule } from './office/follow-up/reminders/reminding.module.ts';
import { PeopleWorkerModule } from './office/administration/people/people.module.ts';
import { PersonalDataWorkerModule } from './office/administration/personal-data/personal-data.module.ts';
import { TrackingWorkerModule } from './office/follow-up/progress/tracking.module.ts';
import { ObservingModule } from './ops/health/observing.module.ts';

export const WORK = [
  FilesWorkerModule,
  DeliveryWorkerModule,
  RecallingWorkerModule,
  IssuingWorkerModule,
  RemindingWorkerModule,
  TrackingWorkerModule,
  PeopleWorkerModule,
  PersonalDataWorkerModule,
];

/** A worker process; any number of them may run. */
@Module({})
export class WorkerModule {
  static for(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [CoreModule.for(config), ObservingModule, ...WORK] };
  }
}
