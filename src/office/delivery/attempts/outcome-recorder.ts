import { Injectable, Logger } from '@nestjs/common';
import { Complaints } from '../../../platform/process/complaints.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { LetterKinds } from '../outbox/letter-kind.ts';
import type { LetterKindName, Outcome } from './outcome.ts';
import { OutcomeWal } from './outcome-wal.ts';

const BATCH = 200;
const BATCH_MS = 50;
/** Outcomes that may wait for the database before sending stops. */
const MOST_PENDING = 1000;
const AGAIN_MS = 200;

/**
 * Writes outcomes in batches. Each is in the write-ahead log before `add` returns, so what a kill keeps from
 * the database is known when the worker starts again.
 */
@Injectable()
export class OutcomeRecorder {
  /** Called with each outcome that is in the database. */
  onWritten: (outcome: Outcome) => void = () => {};
  private readonly complaints = new Complaints(new Logger(OutcomeRecorder.name));
  private pending: Outcome[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly kinds: LetterKinds,
    private readonly wal: OutcomeWal,
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
    const before = new Set(this.pending);
    while (this.pending.some((outcome) => before.has(outcome)) && !this.isClosed) {
      this.write();
      await this.writing;
    }
  }

  /** Waits at most `milliseconds` for the database; outcomes not written by then stay in the write-ahead log. */
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
        await this.record(batch);
        const written = new Set(batch);
        this.pending = this.pending.filter((outcome) => !written.has(outcome));
        this.wal.truncate(this.pending);
        for (const outcome of batch) this.onWritten(outcome);
        this.complaints.over('outcomes reach the database again');
      } catch (error) {
        this.complaints.about(error, 'outcomes wait for the database');
        await pause(AGAIN_MS);
      }
    } while (this.pending.length >= BATCH && !this.isClosed);
  }

  /** Also of what an earlier process left behind; a kind that is not known here is one of a newer version. */
  async record(outcomes: Outcome[]): Promise<void> {
    const byKind = new Map<LetterKindName, Outcome[]>();
    for (const outcome of outcomes) {
      const ofKind = byKind.get(outcome.kind);
      if (ofKind) ofKind.push(outcome);
      else byKind.set(outcome.kind, [outcome]);
    }
    for (const [name, ofKind] of byKind) await this.kinds.find(name)?.record(ofKind);
  }
}

/** One statement moves a row once. */
function firstOfEach(outcomes: Outcome[]): Outcome[] {
  const batch = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    if (batch.size === BATCH * 2) break;
    if (!batch.has(outcome.id)) batch.set(outcome.id, outcome);
  }
  return [...batch.values()];
}
