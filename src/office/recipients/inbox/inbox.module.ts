import { Module } from '@nestjs/common';
import { ReceivingModule } from '../receiving/receiving.module.ts';
import { InboxController } from './inbox.controller.ts';
import { InboxPages } from './inbox.pages.tsx';
import { InboxService } from './inbox.service.ts';
import { PeoplePages } from './people.pages.tsx';
import { PeopleService } from './people.service.ts';

/** People first: `/inbox/people` is not an id. */
@Module({
  imports: [ReceivingModule],
  controllers: [InboxController, PeoplePages, InboxPages],
  providers: [InboxService, PeopleService],
})
export class InboxModule {}
