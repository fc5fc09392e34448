import { Global, Module } from '@nestjs/common';
import { DeliveryModule } from '../../office/delivery/delivery.module.ts';
import { Draining } from './draining.ts';
import { Metrics } from './metrics.ts';
import { ObservingController } from './observing.controller.ts';
import { ObservingPort } from './observing-port.ts';
import { ReadinessCheck } from './readiness.ts';

/** What every process says about itself. */
@Global()
@Module({
  imports: [DeliveryModule],
  providers: [Draining, ReadinessCheck, Metrics, ObservingPort],
  exports: [Draining, ReadinessCheck, Metrics],
})
export class ObservingModule {}

/** For web processes: on the application's own port, too. */
@Module({ imports: [ObservingModule], controllers: [ObservingController] })
export class ObservingWebModule {}
