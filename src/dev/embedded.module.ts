import { Module, type DynamicModule } from '@nestjs/common';
import { AppModule } from '../app.module.ts';
import type { Config } from '../platform/config/config.ts';
import { WORK } from '../worker.module.ts';
import { MailboxModule } from './mailbox/mailbox.module.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { SampleModule } from './sample/sample.module.ts';

/** Web and worker in one process, with the sample office and, unless mail goes elsewhere, the mailbox. */
@Module({})
export class EmbeddedModule {
  static for(config: Config, mailbox?: Mailbox): DynamicModule {
    return {
      module: EmbeddedModule,
      imports: [
        AppModule.for(config),
        ...WORK,
        SampleModule,
        ...(mailbox ? [MailboxModule.for(mailbox)] : []),
      ],
    };
  }
}
