import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { Config } from '../../../../platform/config/config.ts';
import { record } from '../../../journal/journal.ts';
import { MailLimit } from '../../mail-limit.entity.ts';
import type { MailLimitView, SetMailLimit } from './mail-limit.schemas.ts';
import { SmtpSettings } from './smtp/smtp-settings.ts';

/** How fast an office sends to the mail server; workers ask every few seconds. */
@Injectable()
export class MailLimitService {
  private readonly server: string;

  constructor(
    private readonly database: DataSource,
    config: Config,
  ) {
    this.server = new SmtpSettings(config).server;
  }

  async find({ officeId }: Account): Promise<MailLimitView> {
    const { server } = this;
    const limit = await this.database.manager.findOneBy(MailLimit, { officeId, server });
    return { server, perMinute: limit?.perMinute ?? null };
  }

  async set(by: Account, { perMinute }: SetMailLimit): Promise<MailLimitView> {
    const { server } = this;
    const { officeId } = by;
    await this.database.transaction(async (manager) => {
      if (perMinute === null) await manager.delete(MailLimit, { officeId, server });
      else await manager.upsert(MailLimit, { officeId, server, perMinute }, ['officeId', 'server']);
      await record(manager, by, 'mail-limited', officeId, { server, perMinute });
    });
    return { server, perMinute };
  }
}
