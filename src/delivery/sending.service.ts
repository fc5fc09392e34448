import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Complaints } from '../complaints.ts';
import { Config } from '../config.ts';
import type { ChannelName } from '../directory/agency.entity.ts';
import { Troubles } from '../troubles.ts';
import { attempt } from './attempt.ts';
import type { Channel } from './channel.ts';
import { Claims, takeBack, type Claimed } from './claims.ts';
import { databaseIdentity } from './database-identity.ts';
import { CHUNK, DeliveryQueue } from './delivery.queue.ts';
import { Mailer, type Consignment } from './mailer.ts';
import { OutcomeJournal } from './outcome-journal.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { Pace, type Slots } from './pace.ts';
import type { DeliveryJob } from './queue-backend.ts';
import { record } from './record-outcomes.ts';
import { openPause } from './runs.service.ts';
import { DamagedFile } from '../files/damaged-file.ts';
import { WebhookChannel } from './webhook/webhook-channel.ts';
import { within } from './within.ts';

/** One job takes no longer than about this, so that an urgent dispatch is soon next. */
const TURN_MS = 1500;
const CLOSING_MS = 5000;

@Injectable()
export class SendingService implements BeforeApplicationShutdown {
  private readonly channels: Record<ChannelName, Channel>;
  private readonly journal: OutcomeJournal;
  private readonly recorder: OutcomeRecorder;
  private readonly claims: Claims;
  private readonly pace: Pace;
  private readonly underway = new Set<Promise<void>>();
  private readonly complaints = new Complaints(new Logger(SendingService.name));
  private isStopping = false;
  private isDiskFull = false;
  private takeBackFrom: number;
  /** As many deliveries as one turn was good for. */
  private chunk = CHUNK;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: Mailer,
    webhooks: WebhookChannel,
    private readonly queue: DeliveryQueue,
    private readonly troubles: Troubles,
  ) {
    this.channels = { email: mailer, webhook: webhooks };
    this.journal = new OutcomeJournal(
      config.journalDir,
      (error) => this.holdForDisk(error),
      () => this.goOnWithDisk(),
    );
    this.claims = new Claims(database, this.journal.worker, config.leaseSeconds, config.keys);
    this.recorder = new OutcomeRecorder(database, this.journal, ({ deliveryId }) =>
      this.claims.settle(deliveryId),
    );
    this.takeBackFrom = this.afterPatience();
    this.pace = new Pace(database, mailer.server);
  }

  /** Records what workers of this machine knew when they were killed, and frees what they held. */
  async recover(): Promise<void> {
    this.journal.open(await databaseIdentity(this.database));
    const { workers, outcomes, forget } = await this.journal.leftBehind(
      this.config.databaseUrl,
      (ids) => this.knowsAny(ids),
    );
    for (const outcome of outcomes) await record(this.database, [outcome]);
    if (workers.length > 0) await takeBack(this.database, workers);
    forget();
  }

  /** Keeps what this worker holds, and takes back what dead ones held. */
  async renew(): Promise<void> {
    if (this.isDiskFull) this.journal.hasRoom();
    try {
      await this.claims.renew();
      if (Date.now() > this.takeBackFrom) await takeBack(this.database);
    } catch (error) {
      this.takeBackFrom = this.afterPatience();
      throw error;
    }
  }

  private async knowsAny(ids: string[]): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT FROM deliveries WHERE id = ANY($1::uuid[]) LIMIT 1',
      [ids],
    );
    return rows.length > 0;
  }

  /** A mail whose outcome cannot be written down would be sent again after a kill. */
  private holdForDisk(error: unknown): void {
    this.isDiskFull = true;
    this.troubles.begin('outcomes');
    const { journalDir } = this.config;
    const what = `nothing is sent until DELIVERY_JOURNAL_DIR (${journalDir}) takes outcomes again`;
    this.complaints.about(error, what);
  }

  private goOnWithDisk(): void {
    if (!this.isDiskFull) return;
    this.isDiskFull = false;
    this.troubles.end('outcomes');
    this.complaints.over('there is room for outcomes again, sending goes on');
  }

  /** When the database comes back, and at the start, others get time to renew their leases first. */
  private afterPatience(): number {
    return Date.now() + (1000 * this.config.leaseSeconds) / 3;
  }

  /** Takes up due deliveries of a dispatch and sends what can be sent in one turn. */
  async deliverDue(job: DeliveryJob): Promise<void> {
    await this.recorder.room();
    const channel = this.channels[job.channel];
    // The sweep wakes us again.
    if (this.isStopping || isPaused(channel) || !this.journal.hasRoom()) return;
    const consignment = await this.consignment(job.dispatchId);
    if (!consignment || channel.isFull(consignment.isUrgent)) return;
    const { count, firstIn, every } = await this.slots(channel, consignment);
    const claimed = count === 0 ? [] : await this.claims.take(job.dispatchId, count, channel.name);
    consignment.isHeld = false; // what can be claimed is not paused
    const mayHaveMore = claimed.length === count && (count === 0 || count < CHUNK);
    const left = await this.takeTurn(channel, consignment, claimed, Date.now() + firstIn, every);
    await this.claims.giveBack(left, new Date(Math.max(channel.pausedUntil, Date.now())));
    if (this.mustStop(channel, consignment)) return;
    if (left.length > 0 || mayHaveMore) await this.queue.again(job, count === 0 ? firstIn : 0);
  }

  /** None where the file is damaged: the run pauses and says so. */
  private async consignment(dispatchId: string): Promise<Consignment | undefined> {
    try {
      return await this.mailer.consignment(dispatchId);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await openPause(this.database.manager, dispatchId, error.message, null);
      return undefined;
    }
  }

  /** An office limits its mails; webhooks go to a machine each. */
  private async slots(channel: Channel, { officeId, isUrgent }: Consignment): Promise<Slots> {
    if (channel !== this.mailer) return { count: this.chunk, firstIn: 0, every: 0 };
    return this.pace.reserve(officeId, this.chunk, TURN_MS, isUrgent);
  }

  /** Resolves with the deliveries that were not begun when the turn was over. */
  private async takeTurn(
    channel: Channel,
    consignment: Consignment,
    claimed: Claimed[],
    first: number,
    every: number,
  ): Promise<string[]> {
    const started = Date.now();
    const rest = claimed.toReversed();
    let slot = first;
    let isOver = false;
    const lane = async (): Promise<void> => {
      while (rest.length > 0 && !isOver && !this.mustStop(channel, consignment)) {
        const next = rest.pop()!;
        const wait = slot - Date.now();
        slot += every;
        if (wait > 0) await pause(wait);
        await this.deliver(channel, consignment, next);
        await this.recorder.room();
      }
    };
    const lanes = Promise.all(Array.from({ length: this.config.deliveryConcurrency }, lane));
    const work = lanes.then(() => {});
    this.underway.add(work);
    void work.finally(() => this.underway.delete(work));
    const end = Math.max(started, first) + TURN_MS;
    await within(end - Date.now(), work);
    isOver = true;
    const sent = claimed.length - rest.length;
    const rate = sent / Math.max(1, Date.now() - started);
    if (every === 0) this.chunk = Math.min(CHUNK, Math.max(8, Math.round(rate * TURN_MS)));
    return rest.splice(0).map(({ id }) => id);
  }

  private mustStop(channel: Channel, consignment: Consignment): boolean {
    return this.isStopping || isPaused(channel) || consignment.isHeld || !this.journal.hasRoom();
  }

  private async deliver(
    channel: Channel,
    consignment: Consignment,
    delivery: Claimed,
  ): Promise<void> {
    const { sent, outcome } = await attempt(channel, consignment, delivery);
    this.recorder.add(outcome);
    const sickness = channel === this.mailer && consignment.health.note(sent);
    if (!sickness) return;
    consignment.isHeld = true;
    await openPause(this.database.manager, consignment.dispatch.id, sickness, null);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await within(
      CLOSING_MS,
      Promise.all(this.underway).then(() => {}),
    );
    this.mailer.close();
    await this.recorder.close(CLOSING_MS);
  }
}

const isPaused = ({ pausedUntil }: Channel) => Date.now() < pausedUntil;
