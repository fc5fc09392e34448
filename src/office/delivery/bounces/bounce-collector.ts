import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../../../platform/config/config.ts';
import { BounceInbox } from './bounce-inbox.ts';
import { listenForBounces, type OpenInbox } from './bounce-listener.ts';
import { pollForBounces } from './bounce-mailbox.ts';

/** Opens the way by which reports come in, as BOUNCE_INBOX says. */
@Injectable()
export class BounceCollector implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BounceCollector.name);
  opened: OpenInbox | undefined;

  constructor(
    private readonly config: Config,
    private readonly inbox: BounceInbox,
  ) {}

  /** Another worker on this machine may have the port: one is enough, and mails go out without. */
  async onApplicationBootstrap(): Promise<void> {
    const { bounceInbox, bouncePollSeconds } = this.config;
    if (!bounceInbox) return;
    const url = new URL(bounceInbox);
    try {
      this.opened = url.protocol.startsWith('imap')
        ? pollForBounces(url, bouncePollSeconds, this.inbox)
        : await listenForBounces(url, this.inbox);
    } catch (error) {
      this.logger.warn(
        `${url.protocol}//${url.host} takes no reports: ${(error as Error).message}`,
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }
}
