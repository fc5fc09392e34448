import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Complaints } from '../../../platform/process/complaints.ts';
import { Config } from '../../../platform/config/config.ts';
import { attempt } from '../attempts/attempt.ts';
import type { LetterKindName } from '../attempts/outcome.ts';
import { OutcomeRecorder } from '../attempts/outcome-recorder.ts';
import { OutcomeWal } from '../attempts/outcome-wal.ts';
import type { Channel } from '../channels/channel.ts';
import { Channels } from '../channels/channels.ts';
import { Claims } from './claims.ts';
import { CHUNK } from './delivery.queue.ts';
import { LetterKinds, type Batch, type Claimed, type LetterKind } from './letter-kind.ts';
import { RateLimiter, type Reservation } from './rate-limiter.ts';
import { TIME_SLICE_MS, timeSlice } from './time-slice.ts';
import { within } from './within.ts';

const CLOSING_MS = 5000;

/** What became of one time slice. */
export interface Slice {
  /** How many letters were asked for; 0 while the office's limit is used up, which ends in `delayMs` milliseconds. */
  wanted: number;
  delayMs: number;
  claimed: number;
  /** Claimed, not begun and given back. */
  left: number;
  /** Resolves when every letter that was begun has an outcome. */
  underway: Promise<void>;
}

/** The one way out: claims letters of any kind, sends them by any channel and writes down what came of it. */
@Injectable()
export class Outbox implements BeforeApplicationShutdown {
  private readonly underway = new Set<Promise<void>>();
  private readonly complaints = new Complaints(new Logger(Outbox.name));
  private isStopping = false;
  /** By channel, how many letters the last time slice could send. */
  private readonly chunks = new Map<string, number>();

  constructor(
    private readonly config: Config,
    private readonly kinds: LetterKinds,
    private readonly channels: Channels,
    private readonly claims: Claims,
    private readonly rateLimiter: RateLimiter,
    private readonly wal: OutcomeWal,
    private readonly recorder: OutcomeRecorder,
  ) {
    recorder.onWritten = ({ kind, id }) => this.claims.settle(this.kinds.find(kind)!, id);
  }

  /** Everything of a kind that is due, of these batches or of all. Resolves when the outcomes are in the database. */
  async sendAllDue(
    name: LetterKindName,
    isStopped: () => boolean,
    batches?: string[],
  ): Promise<void> {
    const due = await this.claims.due(this.kinds.find(name)!);
    const mine = due.filter(({ batch }) => !batches || batches.includes(batch));
    const inTurn = async (channel: string): Promise<void> => {
      for (const each of mine) {
        if (each.channel === channel) await this.sendBatch(name, each.batch, channel, isStopped);
      }
    };
    await Promise.all([...new Set(mine.map(({ channel }) => channel))].map(inTurn));
    await this.recorder.settled();
  }

  private async sendBatch(
    name: LetterKindName,
    batch: string,
    channel: string,
    isStopped: () => boolean,
  ): Promise<void> {
    while (!isStopped()) {
      const slice = await this.sendDue(name, batch, channel);
      await slice?.underway;
      const mayHaveMore = slice && (slice.left > 0 || slice.claimed === slice.wanted);
      // Dispatches have their share of a limited office; the next sweep goes on.
      if (!mayHaveMore || slice.delayMs > 0) return;
    }
  }

  /** Claims what is due of one batch by one channel and sends for one time slice; undefined when nothing can go now. */
  async sendDue(name: LetterKindName, batchId: string, by: string): Promise<Slice | undefined> {
    await this.recorder.room();
    const kind = this.kinds.find(name);
    const channel = this.channels.find(by);
    if (!kind || !channel) return this.unknown(`${name} by ${by}`);
    // A sweep comes again.
    if (this.mustWait(channel)) return undefined;
    const batch = await kind.open(batchId, channel);
    if (!batch || channel.isFull(batch.isUrgent)) return undefined;
    const { count, delayMs, every } = await this.reservation(kind, batchId, batch, channel);
    const rows = count === 0 ? [] : await this.claims.claim(kind, batchId, channel.name, count);
    batch.isHeld = false; // what can be claimed is not paused
    const mustStop = () => batch.isHeld || this.mustWait(channel);
    const lanes = this.config.deliveryConcurrency;
    const pacing = { lanes, first: Date.now() + delayMs, every };
    const { left, took, underway } = await timeSlice(rows, pacing, mustStop, async (row) => {
      await this.track(this.send(kind, channel, batch, row));
      await this.recorder.room();
    });
    if (every === 0) this.learn(channel, (rows.length - left.length) / took);
    const ids = left.map(({ id }) => id);
    await this.claims.release(kind, ids, new Date(Math.max(channel.pausedUntil, Date.now())));
    if (mustStop()) return undefined;
    return { wanted: count, delayMs, claimed: rows.length, left: left.length, underway };
  }

  private mustWait({ pausedUntil }: Channel): boolean {
    return this.isStopping || Date.now() < pausedUntil || !this.wal.hasRoom();
  }

  private unknown(what: string): undefined {
    this.complaints.about(new Error(`This version does not know how to send a ${what}.`));
  }

  /** An office limits what goes through one server; recipients' own servers are many. */
  private async reservation(
    kind: LetterKind,
    batchId: string,
    { officeId, isUrgent }: Batch,
    { name, server }: Channel,
  ): Promise<Reservation> {
    const wanted = this.chunks.get(name) ?? CHUNK;
    const all = { count: wanted, delayMs: 0, every: 0 };
    if (!server || (await this.rateLimiter.limit(officeId, server)) === null) return all;
    // A slot that nobody uses would be lost to the office.
    if (!(await this.claims.isAnyDue(kind, batchId, name))) return all;
    return this.rateLimiter.reserve(officeId, server, wanted, TIME_SLICE_MS, isUrgent);
  }

  private async send(
    kind: LetterKind,
    channel: Channel,
    batch: Batch,
    row: Claimed,
  ): Promise<void> {
    const sent = await this.attempt(kind, channel, batch, row);
    if (!sent) return;
    this.recorder.add(sent.outcome);
    const tripReason = channel.server ? batch.breaker?.record(sent.result) : undefined;
    if (!tripReason) return;
    batch.isHeld = true;
    await batch.hold?.(tripReason).catch((error: unknown) => this.complaints.about(error));
  }

  /** A letter that could not be composed or handed over is due again when its lease would have ended. */
  private async attempt(kind: LetterKind, channel: Channel, batch: Batch, row: Claimed) {
    try {
      const letter = await batch.compose(row);
      if (letter) return await attempt(kind.name, channel, letter, row);
      await kind.drop?.(row.id);
      this.claims.settle(kind, row.id);
    } catch (error) {
      this.complaints.about(error, `${kind.name} ${row.id}`);
      const later = new Date(Date.now() + 1000 * this.config.leaseSeconds);
      await this.claims.release(kind, [row.id], later).catch(() => {});
    }
    return undefined;
  }

  private async track(work: Promise<void>): Promise<void> {
    this.underway.add(work);
    await work.finally(() => this.underway.delete(work));
  }

  private learn({ name }: Channel, rate: number): void {
    this.chunks.set(name, Math.min(CHUNK, Math.max(8, Math.round(rate * TIME_SLICE_MS))));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await within(CLOSING_MS, Promise.all(this.underway));
    this.channels.close();
    await this.recorder.close(CLOSING_MS);
  }
}
