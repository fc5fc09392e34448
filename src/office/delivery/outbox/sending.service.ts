import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Complaints } from '../../../platform/process/complaints.ts';
import { Config } from '../../../platform/config/config.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { Troubles } from '../../../platform/process/troubles.ts';
import { attempt } from '../attempts/attempt.ts';
import type { Channel } from '../channels/channel.ts';
import { Claims, reclaimExpired, type Claimed } from './claims.ts';
import { databaseIdentity } from '../attempts/database-identity.ts';
import { CHUNK, DeliveryQueue } from './delivery.queue.ts';
import { MailChannel, type PreparedDispatch } from '../channels/mail/mail-channel.ts';
import { OutcomeWal } from '../attempts/outcome-wal.ts';
import { OutcomeRecorder } from '../attempts/outcome-recorder.ts';
import { RateLimiter, type Reservation } from './rate-limiter.ts';
import type { DeliveryJob } from './queue-backend.ts';
import { record } from '../attempts/record-outcomes.ts';
import { openPause } from './runs.service.ts';
import { DamagedFile } from '../../../platform/files/damaged-file.ts';
import { WebhookChannel } from '../channels/webhook/webhook-channel.ts';
import { within } from './within.ts';

/** One job takes no longer than about this, so that an urgent dispatch is soon next. */
const TIME_SLICE_MS = 1500;
const CLOSING_MS = 5000;

@Injectable()
export class SendingService implements BeforeApplicationShutdown {
  private readonly channels: Record<ChannelName, Channel>;
  private readonly wal: OutcomeWal;
  private readonly recorder: OutcomeRecorder;
  private readonly claims: Claims;
  private readonly rateLimiter: RateLimiter;
  private readonly underway = new Set<Promise<void>>();
  private readonly complaints = new Complaints(new Logger(SendingService.name));
  private isStopping = false;
  private isDiskFull = false;
  private reclaimFrom: number;
  /** As many deliveries as one time slice was good for. */
  private chunk = CHUNK;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: MailChannel,
    webhooks: WebhookChannel,
    private readonly queue: DeliveryQueue,
    private readonly troubles: Troubles,
  ) {
    this.channels = { email: mailer, webhook: webhooks };
    this.wal = new OutcomeWal(
      config.journalDir,
      (error) => this.holdForDisk(error),
      () => this.goOnWithDisk(),
    );
    this.claims = new Claims(database, this.wal.worker, config.leaseSeconds, config.keys);
    this.recorder = new OutcomeRecorder(database, this.wal, ({ deliveryId }) =>
      this.claims.settle(deliveryId),
    );
    this.reclaimFrom = this.afterPatience();
    this.rateLimiter = new RateLimiter(database, mailer.server);
  }

  /** Records what workers of this machine knew when they were killed, and frees what they held. */
  async recover(): Promise<void> {
    this.wal.open(await databaseIdentity(this.database));
    const { workers, outcomes, truncate } = await this.wal.leftBehind(
      this.config.databaseUrl,
      (ids) => this.knowsAny(ids),
    );
    for (const outcome of outcomes) await record(this.database, [outcome]);
    if (workers.length > 0) await reclaimExpired(this.database, workers);
    truncate();
  }

  /** Keeps what this worker holds, and takes back what dead ones held. */
  async renew(): Promise<void> {
    if (this.isDiskFull) this.wal.hasRoom();
    try {
      await this.claims.renew();
      if (Date.now() > this.reclaimFrom) await reclaimExpired(this.database);
    } catch (error) {
      this.reclaimFrom = this.afterPatience();
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

  /** Takes up due deliveries of a dispatch and sends what can be sent in one time slice. */
  async deliverDue(job: DeliveryJob): Promise<void> {
    await this.recorder.room();
    const channel = this.channels[job.channel];
    // The sweep wakes us again.
    if (this.isStopping || isPaused(channel) || !this.wal.hasRoom()) return;
    const prepared = await this.prepared(job.dispatchId);
    if (!prepared || channel.isFull(prepared.isUrgent)) return;
    const { count, delayMs, every } = await this.slots(channel, prepared);
    const claimed = count === 0 ? [] : await this.claims.claim(job.dispatchId, count, channel.name);
    prepared.isHeld = false; // what can be claimed is not paused
    const mayHaveMore = claimed.length === count && (count === 0 || count < CHUNK);
    const left = await this.runTimeSlice(channel, prepared, claimed, Date.now() + delayMs, every);
    await this.claims.release(left, new Date(Math.max(channel.pausedUntil, Date.now())));
    if (this.mustStop(channel, prepared)) return;
    if (left.length > 0 || mayHaveMore) await this.queue.requeue(job, count === 0 ? delayMs : 0);
  }

  /** None where the file is damaged: the run pauses and says so. */
  private async prepared(dispatchId: string): Promise<PreparedDispatch | undefined> {
    try {
      return await this.mailer.prepared(dispatchId);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await openPause(this.database.manager, dispatchId, error.message, null);
      return undefined;
    }
  }

  /** An office limits its mails; webhooks go to a machine each. */
  private async slots(
    channel: Channel,
    { officeId, isUrgent }: PreparedDispatch,
  ): Promise<Reservation> {
    if (channel !== this.mailer) return { count: this.chunk, delayMs: 0, every: 0 };
    return this.rateLimiter.reserve(officeId, this.chunk, TIME_SLICE_MS, isUrgent);
  }

  /** Resolves with the deliveries that were not begun when the time slice was over. */
  private async runTimeSlice(
    channel: Channel,
    prepared: PreparedDispatch,
    claimed: Claimed[],
    first: number,
    every: number,
  ): Promise<string[]> {
    const started = Date.now();
    const rest = claimed.toReversed();
    let slot = first;
    let isOver = false;
    const lane = async (): Promise<void> => {
      while (rest.length > 0 && !isOver && !this.mustStop(channel, prepared)) {
        const next = rest.pop()!;
        const wait = slot - Date.now();
        slot += every;
        if (wait > 0) await pause(wait);
        await this.deliver(channel, prepared, next);
        await this.recorder.room();
      }
    };
    const lanes = Promise.all(Array.from({ length: this.config.deliveryConcurrency }, lane));
    const work = lanes.then(() => {});
    this.underway.add(work);
    void work.finally(() => this.underway.delete(work));
    const end = Math.max(started, first) + TIME_SLICE_MS;
    await within(end - Date.now(), work);
    isOver = true;
    const sent = claimed.length - rest.length;
    const rate = sent / Math.max(1, Date.now() - started);
    if (every === 0) this.chunk = Math.min(CHUNK, Math.max(8, Math.round(rate * TIME_SLICE_MS)));
    return rest.splice(0).map(({ id }) => id);
  }

  private mustStop(channel: Channel, prepared: PreparedDispatch): boolean {
    return this.isStopping || isPaused(channel) || prepared.isHeld || !this.wal.hasRoom();
  }

  private async deliver(
    channel: Channel,
    prepared: PreparedDispatch,
    delivery: Claimed,
  ): Promise<void> {
    const { sent, outcome } = await attempt(channel, prepared, delivery);
    this.recorder.add(outcome);
    const tripReason = channel === this.mailer && prepared.breaker.record(sent);
    if (!tripReason) return;
    prepared.isHeld = true;
    await openPause(this.database.manager, prepared.dispatch.id, tripReason, null);
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
