import { Module } from '@nestjs/common';
import { Config } from '../../../platform/config/config.ts';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { DeliveryWorkerModule } from '../../delivery/delivery.module.ts';
import { CallsController } from './calls.controller.ts';
import { CallsPages } from './calls.pages.tsx';
import { CallsService } from './calls.service.ts';
import { OverviewService } from './overview.service.ts';
import { Planner } from './planner.ts';
import { PolicyController } from './policy.controller.ts';
import { PolicyPages } from './policy.pages.tsx';
import { PolicyService } from './policy.service.ts';
import { ReminderLetters } from './reminder-letters.ts';
import { RemindersService } from './reminders.service.ts';

@Module({
  controllers: [PolicyController, PolicyPages, CallsController, CallsPages],
  providers: [PolicyService, CallsService, OverviewService],
  exports: [OverviewService],
})
export class RemindingModule {}

/** For worker processes: takes the steps and sends the mails. */
@Module({
  imports: [DeliveryWorkerModule],
  providers: [
    Planner,
    ReminderLetters,
    RemindersService,
    // Reminders are counted in hours, so they are looked for more seldom than deliveries.
    PeriodicTasks.of('reminders', [Config, RemindersService], ({ sweepSeconds }, reminders) => [
      { seconds: 6 * sweepSeconds, work: (isStopped) => reminders.sweep(isStopped) },
    ]),
  ],
  exports: [RemindersService],
})
export class RemindingWorkerModule {}
