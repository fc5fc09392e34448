import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../../platform/config/config.ts';
import type { AttemptResult } from '../../attempts/attempt-result.ts';
import { FailureLog } from '../../attempts/failure-log.ts';
import type { Schedule } from '../../outbox/retry.ts';
import type { Channel } from '../channel.ts';
import type { Letter, LetterEvent } from '../letter.ts';
import type { PreparedDispatch } from '../prepared-dispatch.ts';
import { AddressGuard, ForbiddenAddress } from './address-guard.ts';
import { post } from './post.ts';
import { signedHeaders } from './signed-message.ts';
import { outcomeOf, outcome } from './webhook-result.ts';
const SEALED =
  'The secret of this webhook was sealed under another INSTALLATION_SECRET: make a new one on the page of the agency.';

/** Tells an agency's own system by a signed POST what there is for it, and where. */
@Injectable()
export class WebhookChannel implements Channel {
  static readonly channel = 'webhook';
  readonly name = WebhookChannel.channel;
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

  serverOf(address: string): string {
    return URL.canParse(address) ? new URL(address).host : address;
  }

  isFull(): boolean {
    return false;
  }

  close(): void {}

  /** The file is named by its size and hash. */
  prepare(dispatch: PreparedDispatch): Promise<number> {
    return dispatch.fileSize();
  }

  async send(letter: Letter): Promise<AttemptResult> {
    const event = await letter.event?.();
    const result = event
      ? await this.tell(letter, event)
      : outcome('permanent', 'address', null, 'There is nothing that a system is told.');
    this.failures.note(
      URL.canParse(letter.address) ? new URL(letter.address).host : 'webhook',
      result,
    );
    return result;
  }

  private async tell(
    { id, recipientId, address }: Letter,
    event: LetterEvent,
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

  private async sealedSecretFor(
    recipientId: string | undefined,
  ): Promise<{ owner: string; secret: string } | undefined> {
    const [row] = await this.database.query<{ owner: string; secret: string | null }[]>(
      `SELECT agencies.id AS owner, webhook_secret AS secret
       FROM recipients JOIN agencies ON agencies.id = agency_id WHERE recipients.id = $1`,
      [recipientId ?? null],
    );
    return row?.secret ? { owner: row.owner, secret: row.secret } : undefined;
  }
}
