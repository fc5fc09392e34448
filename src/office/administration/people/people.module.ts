import { Module } from '@nestjs/common';
import { Config } from '../../../platform/config/config.ts';
import { PeriodicTasks } from '../../../platform/process/periodic-tasks.ts';
import { DeliveryWorkerModule } from '../../delivery/delivery.module.ts';
import { Outbox } from '../../delivery/outbox/outbox.ts';
import { InvitationLetters } from './invitations/invitation-letters.ts';
import { InvitationsPages } from './invitations/invitations.pages.tsx';
import { InvitationsService } from './invitations/invitations.service.ts';
import { LeavingPages } from './leaving/leaving.pages.tsx';
import { LeavingService } from './leaving/leaving.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeoplePages } from './people.pages.tsx';
import { PeopleService } from './people.service.ts';

@Module({
  controllers: [PeopleController, PeoplePages, LeavingPages, InvitationsPages],
  providers: [PeopleService, LeavingService, InvitationsService],
})
export class PeopleModule {}

/** For worker processes: sends invitations. */
@Module({
  imports: [DeliveryWorkerModule],
  providers: [
    InvitationLetters,
    PeriodicTasks.of('invitations', [Config, Outbox], ({ sweepSeconds: seconds }, outbox) => [
      { seconds, work: (isStopped) => outbox.sendAllDue('invitation', isStopped) },
    ]),
  ],
})
export class PeopleWorkerModule {}
