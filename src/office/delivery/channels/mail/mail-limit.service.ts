import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { Config } from '../../../../platform/config/config.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
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
    private readonly config: Config,
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
    this.requireWithin(perMinute);
    await this.database.transaction(async (manager) => {
      const former = await manager.findOneBy(MailLimit, { officeId, server });
      const before = former?.perMinute ?? null;
      if (perMinute === null) await manager.delete(MailLimit, { officeId, server });
      else await manager.upsert(MailLimit, { officeId, server, perMinute }, ['officeId', 'server']);
      await record(manager, by, 'mail-limited', officeId, { server, perMinute, before });
    });
    return { server, perMinute };
  }

  private requireWithin(perMinute: number | null): void {
    const { mailPerMinute: most } = this.config;
    if (perMinute === null || most === undefined || perMinute <= most) return;
    const message = `Cả hệ thống gửi nhiều nhất ${most} thư mỗi phút. Ghi từ ${most} trở xuống.`;
    throw new InvalidInput([{ path: 'perMinute', message }]);
  }
}
