import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../../platform/config/config.ts';
import { Dispatch } from '../../../dispatches/dispatch.entity.ts';
import { PDF_MOST, readFile } from '../../../../platform/files/files.ts';
import { letterId } from '../../outbox/another-letter.ts';
import { ReturnAddresses } from '../../bounces/return-address.ts';
import type { Channel } from '../channel.ts';
import type { Claimed } from '../../outbox/claims.ts';
import { DeliveryRun } from '../../delivery-run.entity.ts';
import { FailureLog } from '../../attempts/failure-log.ts';
import { envelopeAddress } from './address.ts';
import { Dkim } from './dkim.ts';
import { letterBytes, type Letter } from './letter.ts';
import { DispatchMessage } from './dispatch-message.tsx';
import { linkToken } from '../../personal-link.ts';
import type { Schedule } from '../../outbox/retry.ts';
import { CircuitBreaker } from '../../outbox/circuit-breaker.ts';
import type { AttemptResult } from '../../attempts/attempt-result.ts';
import { refusedAddress } from './smtp/smtp-result.ts';
import { SmtpPool } from './smtp/smtp-pool.ts';
import type { Envelope } from './smtp/smtp-session.ts';
import { SmtpSettings } from './smtp/smtp-settings.ts';

/** What all deliveries of one dispatch share. */
export interface PreparedDispatch {
  dispatch: Dispatch;
  file: { sha256: string; size: number };
  message: DispatchMessage;
  isUrgent: boolean;
  officeId: string;
  breaker: CircuitBreaker;
  /** The run was found sick: what is claimed goes back. */
  isHeld: boolean;
}

/** Consignments kept at once: each holds its file, encoded. */
const KEPT = 4;

@Injectable()
export class MailChannel implements Channel {
  readonly name = 'email';
  readonly schedule: Schedule;
  private readonly pool: SmtpPool;
  private readonly dkim: Dkim | undefined;
  private readonly returns: ReturnAddresses | undefined;
  private readonly failures = new FailureLog(MailChannel.name);
  private readonly preparedDispatches = new Map<string, Promise<PreparedDispatch>>();

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {
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

  close(): void {
    this.pool.close();
  }

  /** The mail of a dispatch, built once and kept while its deliveries go out. */
  prepared(dispatchId: string): Promise<PreparedDispatch> {
    let prepared = this.preparedDispatches.get(dispatchId);
    if (!prepared) {
      prepared = this.build(dispatchId);
      this.preparedDispatches.set(dispatchId, prepared);
      prepared.catch(() => this.preparedDispatches.delete(dispatchId));
      const [oldest] = this.preparedDispatches.keys();
      if (this.preparedDispatches.size > KEPT) this.preparedDispatches.delete(oldest!);
    }
    return prepared;
  }

  /** Sends one mail and tells what the server answered; it does not throw for what SMTP says. */
  async send({ message, isUrgent }: PreparedDispatch, delivery: Claimed): Promise<AttemptResult> {
    const { id, retryRound, name, recipientId, queuedAt: date } = delivery;
    const { acknowledgeBy, purpose, replyBy } = delivery;
    const to = envelopeAddress(delivery.address);
    if (!to) return refusedAddress('This is not an address that mail can be sent to.');
    const link = `${this.config.publicUrl}/a/${linkToken(this.config.keys, recipientId)}`;
    const own = { id: letterId(delivery), name, address: to.address };
    const mail = message.for({ ...own, link, acknowledgeBy, purpose, replyBy, date });
    const from = this.returns?.of({ deliveryId: id, retryRound }, date) ?? this.config.mailFrom;
    return this.hand({ id, from, to: to.address, ...to }, mail, isUrgent);
  }

  /** Sends a mail that belongs to no delivery, the same way. */
  async sendLetter(letter: Letter): Promise<AttemptResult> {
    const to = envelopeAddress(letter.to.address);
    if (!to) return refusedAddress('This is not an address that mail can be sent to.');
    const { mailFrom: from } = this.config;
    const mail = [letterBytes(letter, to.address, from)];
    return this.hand({ id: letter.id, from, to: to.address, ...to }, mail, false);
  }

  private async hand(
    envelope: Omit<Envelope, 'size'>,
    mail: Buffer[],
    isUrgent: boolean,
  ): Promise<AttemptResult> {
    if (this.dkim) mail.unshift(await this.dkim.signature(mail));
    const size = mail.reduce((total, part) => total + part.length, 0);
    const answer = await this.pool.send({ ...envelope, size }, mail, isUrgent);
    this.failures.note(this.server, answer);
    return answer;
  }

  private async build(dispatchId: string): Promise<PreparedDispatch> {
    const { manager } = this.database;
    const run = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const dispatch = await manager.findOneOrFail(Dispatch, {
      where: { id: dispatchId },
      relations: { office: true },
    });
    const pdf = await readFile(manager, run.fileSha256, PDF_MOST);
    return {
      dispatch,
      file: { sha256: run.fileSha256, size: pdf.length },
      message: new DispatchMessage(dispatch, pdf, this.config.mailFrom),
      isUrgent: dispatch.urgency !== 'normal',
      officeId: dispatch.officeId,
      breaker: new CircuitBreaker(),
      isHeld: false,
    };
  }
}
