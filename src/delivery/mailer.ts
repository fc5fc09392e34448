import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { readFile } from '../files/files.ts';
import { letterId } from './another-letter.ts';
import { ReturnAddresses } from './bounces/return-address.ts';
import type { Channel } from './channel.ts';
import type { Claimed } from './claims.ts';
import { DeliveryRun } from './delivery-run.entity.ts';
import { FailureLog } from './failure-log.ts';
import { envelopeAddress } from './mail/address.ts';
import { Dkim } from './mail/dkim.ts';
import { letterBytes, type Letter } from './mail/letter.ts';
import { DispatchMessage } from './mail/dispatch-message.tsx';
import { linkToken } from './personal-link.ts';
import type { Schedule } from './retry.ts';
import { RunHealth } from './run-health.ts';
import { refusedAddress, type SmtpOutcome } from './smtp/smtp-outcome.ts';
import { SmtpPool } from './smtp/smtp-pool.ts';
import type { Envelope } from './smtp/smtp-session.ts';
import { SmtpSettings } from './smtp/smtp-settings.ts';

/** What all deliveries of one dispatch share. */
export interface Consignment {
  dispatch: Dispatch;
  file: { sha256: string; size: number };
  message: DispatchMessage;
  isUrgent: boolean;
  officeId: string;
  health: RunHealth;
  /** The run was found sick: what is claimed goes back. */
  isHeld: boolean;
}

/** Consignments kept at once: each holds its file, encoded. */
const KEPT = 4;

@Injectable()
export class Mailer implements Channel {
  readonly name = 'email';
  readonly schedule: Schedule;
  private readonly pool: SmtpPool;
  private readonly dkim: Dkim | undefined;
  private readonly returns: ReturnAddresses | undefined;
  private readonly failures = new FailureLog(Mailer.name);
  private readonly consignments = new Map<string, Promise<Consignment>>();

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
  consignment(dispatchId: string): Promise<Consignment> {
    let consignment = this.consignments.get(dispatchId);
    if (!consignment) {
      consignment = this.build(dispatchId);
      this.consignments.set(dispatchId, consignment);
      consignment.catch(() => this.consignments.delete(dispatchId));
      const [oldest] = this.consignments.keys();
      if (this.consignments.size > KEPT) this.consignments.delete(oldest!);
    }
    return consignment;
  }

  /** Sends one mail and tells what the server answered; it does not throw for what SMTP says. */
  async send({ message, isUrgent }: Consignment, delivery: Claimed): Promise<SmtpOutcome> {
    const { id, round, name, recipientId, queuedAt: date } = delivery;
    const { acknowledgeBy, purpose, replyBy } = delivery;
    const to = envelopeAddress(delivery.address);
    if (!to) return refusedAddress('This is not an address that mail can be sent to.');
    const link = `${this.config.publicUrl}/a/${linkToken(this.config.keys, recipientId)}`;
    const own = { id: letterId(delivery), name, address: to.address };
    const mail = message.for({ ...own, link, acknowledgeBy, purpose, replyBy, date });
    const from = this.returns?.of({ deliveryId: id, round }, date) ?? this.config.mailFrom;
    return this.hand({ id, from, to: to.address, ...to }, mail, isUrgent);
  }

  /** Sends a mail that belongs to no delivery, the same way. */
  async sendLetter(letter: Letter): Promise<SmtpOutcome> {
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
  ): Promise<SmtpOutcome> {
    if (this.dkim) mail.unshift(await this.dkim.signature(mail));
    const size = mail.reduce((total, part) => total + part.length, 0);
    const answer = await this.pool.send({ ...envelope, size }, mail, isUrgent);
    this.failures.note(this.server, answer);
    return answer;
  }

  private async build(dispatchId: string): Promise<Consignment> {
    const { manager } = this.database;
    const run = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const dispatch = await manager.findOneOrFail(Dispatch, {
      where: { id: dispatchId },
      relations: { office: true },
    });
    const pdf = await readFile(manager, run.fileSha256);
    return {
      dispatch,
      file: { sha256: run.fileSha256, size: pdf.length },
      message: new DispatchMessage(dispatch, pdf, this.config.mailFrom),
      isUrgent: dispatch.urgency !== 'normal',
      officeId: dispatch.officeId,
      health: new RunHealth(),
      isHeld: false,
    };
  }
}
