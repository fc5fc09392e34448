import { Module, type DynamicModule } from '@nestjs/common';
import { Mailbox } from './mailbox.ts';
import { MailboxPages } from './mailbox.pages.tsx';

/** `/mailbox`: what would have been delivered. */
@Module({})
export class MailboxModule {
  static for(mailbox: Mailbox): DynamicModule {
    return {
      module: MailboxModule,
      controllers: [MailboxPages],
      providers: [{ provide: Mailbox, useValue: mailbox }],
    };
  }
}
