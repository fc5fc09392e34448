import { Logger } from '@nestjs/common';
import { Complaints } from '../../../platform/process/complaints.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { OutcomeWal } from './outcome-wal.ts';
import { record, type Outcome } from './record-outcomes.ts';

const BATCH = 200;
const BATCH_MS = 50;
/** Outcomes that may wait for the database before sending stops. */
const MOST_PENDING = 1000;
const AGAIN_MS = 200;

/**
 * Writes outcomes in batches. Each is in the write-ahead log before `add` returns, so what a kill keeps from
 * the database is known when the worker starts again.
 */
export class OutcomeRecorder {
  private readonly complaints = new Complaints(new Logger(OutcomeRecorder.name));
  private pending: Outcome[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly database: DataSource,
    private readonly wal: OutcomeWal,
    private readonly onWritten: (outcome: Outcome) => void,
  ) {}

  add(outcome: Outcome): void {
    this.wal.append(outcome);
    this.pending.push(outcome);
    if (this.pending.length >= BATCH) this.write();
    else this.writeSoon();
  }

  /** Resolves once there is room: while the database is away, mails must not run ahead of the record. */
  async room(): Promise<void> {
    while (this.pending.length > MOST_PENDING && !this.isClosed) await pause(BATCH_MS);
  }

  /** Resolves when all that was added before is in the database. */
  async settled(): Promise<void> {
    while (this.pending.length > 0 && !this.isClosed) {
      this.write();
      await this.writing;
    }
  }

  /** What the database does not take within `milliseconds` stays in the write-ahead log. */
  async close(milliseconds: number): Promise<void> {
    const bound = setTimeout(() => (this.isClosed = true), milliseconds);
    await this.settled();
    this.isClosed = true;
    clearTimeout(bound);
    this.wal.close(this.pending.length === 0);
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => this.write(), BATCH_MS);
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing ??= this.writeBatches().finally(() => {
      this.writing = undefined;
      if (this.pending.length > 0 && !this.isClosed) this.writeSoon();
    });
  }

  /** Until less than a batch is left, which is worth waiting for more. */
  private async writeBatches(): Promise<void> {
    do {
      const batch = firstOfEach(this.pending);
      try {
        await record(this.database, batch);
        const written = new Set(batch);
        this.pending = this.pending.filter((outcome) => !written.has(outcome));
        this.wal.truncate(this.pending);
        batch.forEach(this.onWritten);
        this.complaints.over('outcomes reach the database again');
      } catch (error) {
        this.complaints.about(error, 'outcomes wait for the database');
        await pause(AGAIN_MS);
      }
    } while (this.pending.length >= BATCH && !this.isClosed);
  }
}

/** One statement moves a row once. */
function firstOfEach(outcomes: Outcome[]): Outcome[] {
  const batch = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    if (batch.size === BATCH * 2) break;
    if (!batch.has(outcome.deliveryId)) batch.set(outcome.deliveryId, outcome);
  }
  return [...batch.values()];
}
