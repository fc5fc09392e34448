import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.ts';
import { CoreModule } from './core.module.ts';
import { DeliveryWorkerModule } from './delivery/delivery.module.ts';
import { FilesWorkerModule } from './files/files.module.ts';
import { IssuingWorkerModule } from './issuing/issuing.module.ts';
import { RecallingWorkerModule } from './recalling/recalling.module.ts';
import { RemindingWorkerModule } from './reminding/reminding.module.ts';
import { TrackingWorkerModule } from './tracking/tracking.module.ts';
import { ObservingModule } from './observing/observing.module.ts';

export const WORK = [
  FilesWorkerModule,
  DeliveryWorkerModule,
  RecallingWorkerModule,
  IssuingWorkerModule,
  RemindingWorkerModule,
  TrackingWorkerModule,
];

/** A worker process; any number of them may run. */
@Module({})
export class WorkerModule {
  static for(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [CoreModule.for(config), ObservingModule, ...WORK] };
  }
}
