import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import {
  attemptLetter,
  LETTER_LEASE_MINUTES,
  LETTERS_AT_ONCE,
  LETTERS_TIME_SLICE_MS,
} from '../../delivery/outbox/attempt-letter.ts';
import { MailChannel } from '../../delivery/channels/mail/mail-channel.ts';
import { RateLimiter } from '../../delivery/outbox/rate-limiter.ts';
import { linkToken, makeLinksKnown, type Linked } from '../../delivery/personal-link.ts';
import { WebhookChannel } from '../../delivery/channels/webhook/webhook-channel.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { recallEvent } from './recall-event.ts';
import { recallLetter, type NoticeFacts } from './recall-letter.tsx';

interface Claimed extends NoticeFacts, Linked {
  channel: ChannelName;
  attempts: number;
  officeId: string;
}

/** Sends the notices of recall that are due, by mail and to systems; a repeated one has the same id. */
@Injectable()
export class RecallPost {
  private readonly rateLimiter: RateLimiter;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: MailChannel,
    private readonly webhooks: WebhookChannel,
  ) {
    this.rateLimiter = new RateLimiter(database, mailer.server);
  }

  async sendDue(isStopped: () => boolean): Promise<void> {
    const offices = await this.database.query<{ officeId: string }[]>(
      `SELECT DISTINCT office_id AS "officeId" ${FROM_DUE}`,
    );
    for (const { officeId } of offices) {
      await this.tellSystems(officeId, isStopped);
      await this.sendOf(officeId, isStopped);
    }
  }

  /** These wait for no mail server. */
  private async tellSystems(officeId: string, isStopped: () => boolean): Promise<void> {
    while (!isStopped()) {
      const notices = await this.claim(officeId, 'webhook', LETTERS_AT_ONCE);
      if (notices.length === 0) return;
      await Promise.all(notices.map((notice) => this.send(notice)));
    }
  }

  private async sendOf(officeId: string, isStopped: () => boolean): Promise<void> {
    while (!isStopped() && Date.now() >= this.mailer.pausedUntil) {
      const { count, delayMs } = await this.rateLimiter.reserve(
        officeId,
        LETTERS_AT_ONCE,
        LETTERS_TIME_SLICE_MS,
        true,
      );
      if (count === 0) return;
      if (delayMs > 0) await pause(delayMs);
      const notices = await this.claim(officeId, 'email', count);
      if (notices.length === 0) return;
      await Promise.all(notices.map((notice) => this.send(notice)));
      if (delayMs > 0) return; // deliveries have their share; the next round goes on
    }
  }

  private async claim(officeId: string, channel: ChannelName, limit: number): Promise<Claimed[]> {
    const [rows] = await this.database.query<[Claimed[], number]>(
      `UPDATE recall_notices claimed
       SET state = 'sending', attempts = claimed.attempts + 1,
           due_at = now() + make_interval(mins => ${LETTER_LEASE_MINUTES})
       FROM (SELECT notice.recipient_id, notice.channel, delivery.id AS delivery_id,
                    recipient.code, recipient.name, recipient.token_hash, dispatch.id AS dispatch_id, dispatch.office_id,
                    office.code AS office_code, office.name AS office_name, dispatch.number, dispatch.symbol,
                    dispatch.type, dispatch.abstract, dispatch.issued_on::text, recall.reason,
                    recall.basis, recall.recalled_at
             ${FROM_DUE} AND dispatch.office_id = $1 AND notice.channel = $3
             ORDER BY notice.due_at LIMIT $2 FOR UPDATE OF notice SKIP LOCKED) due
       WHERE claimed.recipient_id = due.recipient_id AND claimed.channel = due.channel
       RETURNING claimed.recipient_id AS "recipientId", claimed.channel, message_id AS id, address, attempts,
                 made_at AS "madeAt", delivery_id AS "deliveryId", code, name, dispatch_id AS "dispatchId",
                 office_id AS "officeId", office_code AS "officeCode", office_name AS "officeName", number, symbol, type, abstract,
                 issued_on AS "issuedOn", reason, basis, recalled_at AS "recalledAt",
                 due.token_hash AS "tokenHash"`,
      [officeId, limit, channel],
    );
    await makeLinksKnown(this.database.manager, this.config.keys, rows);
    return rows;
  }

  private async send(notice: Claimed): Promise<void> {
    const { recipientId, channel, id } = notice;
    const { publicUrl, keys } = this.config;
    const token = linkToken(keys, recipientId);
    const link = `${publicUrl}/a/${token}`;
    const answerUrl = `${publicUrl}/api/recall-answers/${token}`;
    const outcome =
      channel === 'webhook'
        ? attemptLetter(
            this.webhooks,
            () => this.webhooks.tell(notice, id, recallEvent(notice, link, answerUrl)),
            notice,
          )
        : attemptLetter(
            this.mailer,
            () => this.mailer.sendLetter(recallLetter(notice, link)),
            notice,
          );
    const { state, dueAt, reply } = await outcome;
    await this.database.query(
      `WITH told AS (
         UPDATE recall_notices SET state = $2, due_at = coalesce($3, due_at), reply = $4
         WHERE recipient_id = $1 AND channel = $5 AND state = 'sending' RETURNING *
       ) ${keepSeals('recall_notices', 'told')}`,
      [recipientId, state, dueAt, reply, channel],
    );
  }
}

const FROM_DUE = `
  FROM recall_notices notice
  JOIN recipients recipient ON recipient.id = notice.recipient_id
  JOIN recall_requests request ON request.recipient_id = notice.recipient_id
  JOIN recalls recall ON recall.id = request.recall_id
  JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
  JOIN offices office ON office.id = dispatch.office_id
  LEFT JOIN deliveries delivery ON delivery.recipient_id = notice.recipient_id
  WHERE notice.state IN ('waiting', 'sending') AND notice.due_at <= now()`;
