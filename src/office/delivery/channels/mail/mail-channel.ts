import { Injectable } from '@nestjs/common';
import { Config } from '../../../../platform/config/config.ts';
import type { AttemptResult } from '../../attempts/attempt-result.ts';
import { FailureLog } from '../../attempts/failure-log.ts';
import { ReturnAddresses } from '../../bounces/return-address.ts';
import type { Schedule } from '../../outbox/retry.ts';
import type { Channel } from '../channel.ts';
import type { EnclosedDispatch, Letter } from '../letter.ts';
import type { PreparedDispatch } from '../prepared-dispatch.ts';
import { envelopeAddress } from '../../../../platform/text/mail-address.ts';
import { DispatchMessage } from './dispatch-message.tsx';
import { Dkim } from './dkim.ts';
import { messageBytes } from './message-bytes.ts';
import { refusedAddress } from './smtp/smtp-result.ts';
import { SmtpPool } from './smtp/smtp-pool.ts';
import type { Envelope } from './smtp/smtp-session.ts';
import { SmtpSettings } from './smtp/smtp-settings.ts';

/** Mail through the office's mail server. */
@Injectable()
export class MailChannel implements Channel {
  static readonly channel = 'email';
  readonly name = MailChannel.channel;
  readonly schedule: Schedule;
  private readonly pool: SmtpPool;
  private readonly dkim: Dkim | undefined;
  private readonly returns: ReturnAddresses | undefined;
  private readonly failures = new FailureLog(MailChannel.name);

  constructor(private readonly config: Config) {
    const { bounceAddress, keys } = config;
    this.returns = bounceAddress ? new ReturnAddresses(bounceAddress, keys) : undefined;
    this.dkim = config.dkim && new Dkim(config.dkim);
    this.schedule = config;
    this.pool = new SmtpPool(new SmtpSettings(config), config.deliveryConcurrency);
  }

  get server(): string {
    return this.pool.settings.server;
  }

  serverOf(): string {
    return this.server;
  }

  get pausedUntil(): number {
    return this.pool.pausedUntil;
  }

  isFull(isUrgent: boolean): boolean {
    return this.pool.isFull(isUrgent);
  }

  /** The mail of a dispatch, its file in base64 above all: built once and kept while its letters go out. */
  prepare(dispatch: PreparedDispatch): Promise<DispatchMessage> {
    return dispatch.once(this.name, async () => {
      const file = await dispatch.file();
      return new DispatchMessage(dispatch.dispatch, file, this.config.mailFrom);
    });
  }

  async send(letter: Letter): Promise<AttemptResult> {
    const to = envelopeAddress(letter.address);
    if (!to) return refusedAddress('This is not an address that mail can be sent to.');
    const { dispatch } = letter;
    const { mailFrom } = this.config;
    const mail = dispatch
      ? await this.dispatchBytes(letter, dispatch, to.address)
      : [messageBytes(letter, to.address, mailFrom)];
    if (this.dkim) mail.unshift(await this.dkim.signature(mail));
    const envelope: Envelope = {
      // Reports name the delivery whichever of its letters they are about.
      id: dispatch?.deliveryId ?? letter.id,
      from: (dispatch && this.returns?.of(dispatch, letter.date)) ?? letter.sender ?? mailFrom,
      to: to.address,
      needsUtf8: to.needsUtf8,
      size: mail.reduce((total, part) => total + part.length, 0),
    };
    const result = await this.pool.send(envelope, mail, letter.isUrgent);
    this.failures.note(this.server, result);
    return result;
  }

  close(): void {
    this.pool.close();
  }

  private async dispatchBytes(
    { id, name, date }: Letter,
    dispatch: EnclosedDispatch,
    address: string,
  ): Promise<Buffer[]> {
    const message = await this.prepare(dispatch.prepared);
    const { link, acknowledgeBy, purpose, replyBy } = dispatch;
    return message.for({ id, name, address, link, acknowledgeBy, purpose, replyBy, date });
  }
}
