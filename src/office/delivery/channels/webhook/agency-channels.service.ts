import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { Config } from '../../../../platform/config/config.ts';
import { Agency } from '../../../directory/agency.entity.ts';
import { printedNumber } from '../../../../engines/page/printed-number.ts';
import { record as note } from '../../../journal/journal.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { reasonOf } from '../../attempts/reasons.ts';
import { AddressGuard } from './address-guard.ts';
import type { ChannelsView, SetChannels, WebhookAttempt } from './agency-channels.schemas.ts';

const LATEST = 50;

/** By which channels an agency is reached, and what its webhook has answered. */
@Injectable()
export class AgencyChannelsService {
  private readonly guard: AddressGuard;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {
    this.guard = new AddressGuard(config.webhookPrivateRanges);
  }

  find(by: Account, id: string): Promise<Agency> {
    return this.database.manager.findOneByOrFail(Agency, { id, officeId: by.officeId });
  }

  /** A new URL gets a new secret, which is shown this once. */
  async set(by: Account, id: string, { channels, webhookUrl }: SetChannels): Promise<ChannelsView> {
    const before = await this.find(by, id);
    if (webhookUrl) await this.requireReachable(new URL(webhookUrl));
    const isNew = webhookUrl !== null && webhookUrl !== before.webhookUrl;
    const secret = isNew ? newSecret() : null;
    await this.database.transaction(async (manager) => {
      await manager.update(Agency, { id }, { channels, webhookUrl, ...this.kept(id, secret) });
      if (webhookUrl === null) await manager.update(Agency, { id }, { webhookSecret: null });
      await note(manager, by, 'channels-set', id, { channels, webhookUrl });
    });
    return { channels, email: before.email, webhookUrl, secret };
  }

  async renewSecret(by: Account, id: string): Promise<ChannelsView> {
    const { channels, email, webhookUrl } = await this.find(by, id);
    const secret = newSecret();
    await this.database.transaction(async (manager) => {
      await manager.update(Agency, { id }, this.kept(id, secret));
      await note(manager, by, 'webhook-secret-renewed', id);
    });
    return { channels, email, webhookUrl, secret };
  }

  /** The latest attempts, newest first; of a notice of recall, which keeps its last answer only, one. */
  async attempts(by: Account, id: string): Promise<WebhookAttempt[]> {
    await this.find(by, id);
    const rows = await this.database.query(ATTEMPTS, [id, by.id]);
    return rows.map((row: Record<string, unknown>) => ({
      ...row,
      reference: `${printedNumber(String(row['dispatchNumber']))}/${String(row['symbol'])}`,
      reason: reasonOf({ channel: 'webhook', ...row } as never),
    }));
  }

  private async requireReachable(url: URL): Promise<void> {
    const address = await this.guard.forbidden(url);
    if (address === undefined) return;
    const message =
      url.protocol === 'http:'
        ? 'Ngoài mạng nội bộ đã khai báo, địa chỉ webhook phải bắt đầu bằng https://.'
        : `Địa chỉ này dẫn tới ${address}, không phải máy trên mạng công cộng. Ghi địa chỉ công cộng, hoặc nhờ quản trị hệ thống thêm dải mạng nội bộ được phép (WEBHOOK_PRIVATE_RANGES).`;
    throw new InvalidInput([{ path: 'webhookUrl', message }]);
  }

  private kept(id: string, secret: string | null): Partial<Agency> {
    if (secret === null) return {};
    return { webhookSecret: this.config.keys.seal('webhook', id, Buffer.from(secret)) };
  }
}

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

const ATTEMPTS = `
  SELECT told.*, deliveries.id AS "deliveryId", recipients.id AS "recipientId",
         dispatch.id AS "dispatchId", dispatch.number AS "dispatchNumber", symbol
  FROM recipients
  JOIN deliveries ON recipient_id = recipients.id
  JOIN dispatches dispatch ON dispatch.id = recipients.dispatch_id
  CROSS JOIN LATERAL (
    SELECT 'dispatch.issued' AS event, attempt.number, attempt.address AS url, started_at AS "startedAt",
           outcome, stage, reply_code AS "replyCode", reply
    FROM delivery_attempts attempt
    WHERE delivery_id = deliveries.id AND attempt.channel = 'webhook'
    UNION ALL
    SELECT 'dispatch.recalled', notice.attempts, notice.address, made_at,
           CASE notice.state WHEN 'sent' THEN 'accepted' WHEN 'failed' THEN 'permanent' ELSE 'temporary' END,
           CASE WHEN reply LIKE 'HTTP %' THEN 'answer' ELSE 'endpoint' END,
           substring(reply FROM '^HTTP (\\d+)')::integer, coalesce(reply, '')
    FROM recall_notices notice
    WHERE notice.recipient_id = recipients.id AND notice.channel = 'webhook' AND notice.attempts > 0
  ) told
  WHERE agency_id = $1 AND may_read(reading, dispatch.id, $2)
  ORDER BY "startedAt" DESC LIMIT ${LATEST}`;
