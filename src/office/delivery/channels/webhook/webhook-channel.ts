import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../../platform/config/config.ts';
import { subjectOf } from '../../../../engines/page/document-types.ts';
import { reference } from '../../../dispatches/number-words.ts';
import { letterId } from '../../outbox/another-letter.ts';
import type { Channel } from '../channel.ts';
import type { Claimed } from '../../outbox/claims.ts';
import type { PreparedDispatch } from '../mail/mail-channel.ts';
import { FailureLog } from '../../attempts/failure-log.ts';
import { linkToken } from '../../personal-link.ts';
import type { Schedule } from '../../outbox/retry.ts';
import type { AttemptResult } from '../../attempts/attempt-result.ts';
import { AddressGuard, ForbiddenAddress } from './address-guard.ts';
import { post, type Answer } from './post.ts';
import { signedHeaders } from './signed-message.ts';

const LONGEST_REPLY = 1000;
const SEALED =
  'The secret of this webhook was sealed under another INSTALLATION_SECRET: make a new one on the page of the agency.';
/** Too early, too slow, too often: later it may be well. */
const TEMPORARY = new Set([408, 425, 429]);

/** What a system is told, by Standard Webhooks. */
export interface WebhookEvent {
  type: 'dispatch.issued' | 'dispatch.recalled';
  /** ISO 8601. */
  timestamp: string;
  data: object;
}

/** Tells an agency's own system by a signed POST what there is for it, and where. */
@Injectable()
export class WebhookChannel implements Channel {
  readonly name = 'webhook';
  readonly pausedUntil = 0;
  readonly schedule: Schedule;
  private readonly guard: AddressGuard;
  private readonly failures = new FailureLog(WebhookChannel.name);

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {
    this.schedule = config.webhookSchedule;
    this.guard = new AddressGuard(config.webhookPrivateRanges);
  }

  serverOf({ address }: Claimed): string {
    return URL.canParse(address) ? new URL(address).host : address;
  }

  isFull(): boolean {
    return false;
  }

  close(): void {}

  send(prepared: PreparedDispatch, delivery: Claimed): Promise<AttemptResult> {
    const event = this.message(prepared, delivery);
    return this.tell(delivery, letterId(delivery), event);
  }

  /** One message to the system of a recipient's agency; `id` is the same whenever it is told again. */
  async tell(
    recipient: Pick<Claimed, 'recipientId' | 'address'>,
    id: string,
    event: WebhookEvent,
  ): Promise<AttemptResult> {
    const answer = await this.answerOf(recipient, id, event);
    const { address } = recipient;
    this.failures.note(URL.canParse(address) ? new URL(address).host : 'webhook', answer);
    return answer;
  }

  private async answerOf(
    { recipientId, address }: Pick<Claimed, 'recipientId' | 'address'>,
    id: string,
    event: WebhookEvent,
  ): Promise<AttemptResult> {
    const sealed = await this.sealedSecretFor(recipientId);
    const secret = sealed && this.config.keys.unseal('webhook', sealed.owner, sealed.secret);
    if (sealed && !secret) return outcome('permanent', 'address', null, SEALED);
    if (!secret || !URL.canParse(address)) {
      return outcome('permanent', 'address', null, 'The agency takes no webhooks any more.');
    }
    const body = JSON.stringify(event);
    const headers = signedHeaders(secret.toString(), id, new Date(), body);
    const timeoutMs = this.config.webhookTimeoutSeconds * 1000;
    try {
      const url = new URL(address);
      return outcomeOf(await post(url, headers, body, this.guard, timeoutMs));
    } catch (error) {
      const { message } = error as Error;
      return error instanceof ForbiddenAddress
        ? outcome('permanent', 'address', null, message)
        : outcome('temporary', 'endpoint', null, message);
    }
  }

  /** The file is named, not carried: it is fetched by the link, whose token is in no one else's hands. */
  private message({ dispatch, file }: PreparedDispatch, delivery: Claimed): WebhookEvent {
    const link = `${this.config.publicUrl}/a/${linkToken(this.config.keys, delivery.recipientId)}`;
    return {
      type: 'dispatch.issued',
      timestamp: delivery.queuedAt.toISOString(),
      data: {
        deliveryId: delivery.id,
        dispatch: {
          id: dispatch.id,
          number: dispatch.number,
          symbol: dispatch.symbol,
          reference: reference(dispatch),
          type: dispatch.type,
          urgency: dispatch.urgency,
          subject: subjectOf(dispatch),
          issuedOn: dispatch.issuedOn,
        },
        issuer: { code: dispatch.office.code, name: dispatch.office.name },
        recipient: { code: delivery.code, name: delivery.name },
        acknowledgeBy: delivery.acknowledgeBy.toISOString(),
        purpose: delivery.purpose,
        replyBy: delivery.replyBy?.toISOString() ?? null,
        link,
        file: {
          mediaType: 'application/pdf',
          size: file.size,
          sha256: file.sha256,
          url: `${link}/document.pdf`,
        },
      },
    };
  }

  private async sealedSecretFor(
    recipientId: string,
  ): Promise<{ owner: string; secret: string } | undefined> {
    const [row] = await this.database.query<{ owner: string; secret: string | null }[]>(
      `SELECT agencies.id AS owner, webhook_secret AS secret
       FROM recipients JOIN agencies ON agencies.id = agency_id WHERE recipients.id = $1`,
      [recipientId],
    );
    return row?.secret ? { owner: row.owner, secret: row.secret } : undefined;
  }
}

function outcomeOf({ status, body }: Answer): AttemptResult {
  const words = `HTTP ${status} ${body}`;
  if (status >= 200 && status < 300) return outcome('accepted', 'answer', status, words);
  const isTemporary = status >= 500 || TEMPORARY.has(status);
  return outcome(isTemporary ? 'temporary' : 'permanent', 'answer', status, words);
}

const outcome = (
  became: AttemptResult['outcome'],
  stage: AttemptResult['stage'],
  replyCode: number | null,
  words: string,
): AttemptResult => ({
  outcome: became,
  stage,
  replyCode,
  reply: words
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REPLY),
  isServerWide: false,
});
