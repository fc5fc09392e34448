import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Config } from '../config.ts';
import { Claims, takeBack, type Claimed } from './claims.ts';
import { CHUNK, DeliveryQueue } from './delivery.queue.ts';
import { Mailer, type Consignment } from './mailer.ts';
import { OutcomeJournal } from './outcome-journal.ts';
import { OutcomeRecorder, record } from './outcome-recorder.ts';
import { Pace } from './pace.ts';
import type { DeliveryJob } from './queue-backend.ts';
import { consequence } from './retry.ts';
import { openPause } from './runs.service.ts';
import { within } from './within.ts';

/** One job takes no longer than about this, so that an urgent dispatch is soon next. */
const TURN_MS = 1500;
const CLOSING_MS = 5000;

@Injectable()
export class SendingService implements BeforeApplicationShutdown {
  private readonly journal: OutcomeJournal;
  private readonly recorder: OutcomeRecorder;
  private readonly claims: Claims;
  private readonly pace: Pace;
  private readonly underway = new Set<Promise<void>>();
  private isStopping = false;
  private takeBackFrom: number;
  /** As many deliveries as one turn was good for. */
  private chunk = CHUNK;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly queue: DeliveryQueue,
  ) {
    this.journal = new OutcomeJournal(config.journalDir, config.databaseUrl);
    this.claims = new Claims(database, this.journal.worker, config.leaseSeconds);
    this.recorder = new OutcomeRecorder(database, this.journal, ({ deliveryId }) =>
      this.claims.settle(deliveryId),
    );
    this.takeBackFrom = this.afterPatience();
    this.pace = new Pace(database, mailer.pool.settings.server);
  }

  /** Records what workers of this machine knew when they were killed, and frees what they held. */
  async recover(): Promise<void> {
    const { workers, outcomes, forget } = this.journal.leftBehind();
    for (const outcome of outcomes) await record(this.database, [outcome]);
    if (workers.length > 0) await takeBack(this.database, workers);
    forget();
  }

  /** Keeps what this worker holds, and takes back what dead ones held. */
  async renew(): Promise<void> {
    try {
      await this.claims.renew();
      if (Date.now() > this.takeBackFrom) await takeBack(this.database);
    } catch (error) {
      this.takeBackFrom = this.afterPatience();
      throw error;
    }
  }

  /** When the database comes back, and at the start, others get time to renew their leases first. */
  private afterPatience(): number {
    return Date.now() + (1000 * this.config.leaseSeconds) / 3;
  }

  /** Takes up due deliveries of a dispatch and sends what can be sent in one turn. */
  async deliverDue(job: DeliveryJob): Promise<void> {
    await this.recorder.room();
    const { pool } = this.mailer;
    if (this.isStopping || pool.isPaused) return; // the sweep wakes us again
    const consignment = await this.mailer.consignment(job.dispatchId);
    if (pool.isFull(consignment.isUrgent)) return;
    const wanted = this.chunk;
    const { count, firstIn, every } = await this.pace.reserve(
      consignment.officeId,
      wanted,
      TURN_MS,
    );
    const claimed = count === 0 ? [] : await this.claims.take(job.dispatchId, count);
    consignment.isHeld = false; // what can be claimed is not paused
    const mayHaveMore = claimed.length === count && (count === 0 || count < CHUNK);
    const left = await this.takeTurn(
      job.dispatchId,
      consignment,
      claimed,
      Date.now() + firstIn,
      every,
    );
    const isPaused = pool.isPaused;
    await this.claims.giveBack(left, new Date(isPaused ? pool.pausedUntil : Date.now()));
    if (this.isStopping || isPaused || consignment.isHeld) return;
    if (left.length > 0 || mayHaveMore) await this.queue.again(job, count === 0 ? firstIn : 0);
  }

  /** Resolves with the deliveries that were not begun when the turn was over. */
  private async takeTurn(
    dispatchId: string,
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
      while (rest.length > 0 && !isOver && !this.mustStop(consignment)) {
        const next = rest.pop()!;
        const wait = slot - Date.now();
        slot += every;
        if (wait > 0) await pause(wait);
        await this.deliver(consignment, next, dispatchId);
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

  private mustStop(consignment: Consignment): boolean {
    return this.isStopping || this.mailer.pool.isPaused || consignment.isHeld;
  }

  private async deliver(
    consignment: Consignment,
    delivery: Claimed,
    dispatchId: string,
  ): Promise<void> {
    const startedAt = new Date();
    const { pool } = this.mailer;
    const sent = await this.mailer.send(consignment, delivery);
    const endedAt = new Date();
    const { evidence, dueAt } = consequence(sent, delivery, this.config, endedAt, pool.pausedUntil);
    this.recorder.add({
      deliveryId: delivery.id,
      number: delivery.number,
      round: delivery.round,
      address: delivery.address,
      server: pool.settings.server,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      outcome: sent.outcome,
      stage: sent.stage,
      replyCode: sent.replyCode,
      reply: sent.reply,
      evidence,
      dueAt: dueAt?.toISOString() ?? null,
    });
    const sickness = consignment.health.note(sent);
    if (!sickness) return;
    consignment.isHeld = true;
    await openPause(this.database.manager, dispatchId, sickness, null);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await within(
      CLOSING_MS,
      Promise.all(this.underway).then(() => {}),
    );
    this.mailer.pool.close();
    await this.recorder.close(CLOSING_MS);
  }
}
