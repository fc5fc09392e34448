import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { ChannelName } from '../directory/agency.entity.ts';
import { flagAddresses } from './bounces/flag-addresses.ts';
import { isHard } from './bounces/hardness.ts';
import type { AttemptOutcome, Stage } from './delivery-attempt.entity.ts';
import { EVIDENCE_RULES, type Evidence } from './evidence.ts';
import type { OutcomeJournal } from './outcome-journal.ts';
import { statusIn } from './reasons.ts';

/** What one attempt came to and what follows from it for the delivery. */
export interface Outcome {
  deliveryId: string;
  number: number;
  round: number;
  /** Absent in journals of an earlier version: mail. */
  channel?: ChannelName;
  address: string;
  server: string;
  startedAt: string;
  endedAt: string;
  outcome: AttemptOutcome;
  stage: Stage;
  replyCode: number | null;
  reply: string;
  evidence: Evidence;
  /** When to try again, if at all. */
  dueAt: string | null;
}

const BATCH = 200;
const BATCH_MS = 50;
/** Outcomes that may wait for the database before sending stops. */
const MOST_PENDING = 1000;
const AGAIN_MS = 200;

/**
 * Writes outcomes in batches. Each is in the journal before `add` returns, so what a kill keeps from
 * the database is known when the worker starts again.
 */
export class OutcomeRecorder {
  private readonly logger = new Logger(OutcomeRecorder.name);
  private pending: Outcome[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly database: DataSource,
    private readonly journal: OutcomeJournal,
    private readonly onWritten: (outcome: Outcome) => void,
  ) {}

  add(outcome: Outcome): void {
    this.journal.append(outcome);
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

  /** What the database does not take within `milliseconds` stays in the journal. */
  async close(milliseconds: number): Promise<void> {
    const bound = setTimeout(() => (this.isClosed = true), milliseconds);
    await this.settled();
    this.isClosed = true;
    clearTimeout(bound);
    this.journal.close(this.pending.length === 0);
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
        this.journal.forget(this.pending);
        batch.forEach(this.onWritten);
      } catch (error) {
        this.logger.warn(
          `${batch.length} outcomes wait for the database: ${(error as Error).message}`,
        );
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

/** Safe to repeat: an attempt that is known already moves nothing. */
export async function record(database: DataSource, outcomes: Outcome[]): Promise<void> {
  await database.query(
    `WITH outcome AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS outcome (
         "deliveryId" uuid, number int, round int, channel text, address text, server text,
         "startedAt" timestamptz, "endedAt" timestamptz, outcome text, stage text,
         "replyCode" int, reply text, evidence text, "dueAt" timestamptz)
     ), attempt AS (
       INSERT INTO delivery_attempts (delivery_id, number, round, channel, address, server, started_at,
         ended_at, outcome, stage, reply_code, reply)
       SELECT "deliveryId", number, outcome.round, coalesce(outcome.channel, 'email'),
              outcome.address, server, "startedAt", "endedAt", outcome, stage,
              "replyCode", reply
       FROM outcome JOIN deliveries ON id = "deliveryId"
       ON CONFLICT DO NOTHING RETURNING delivery_id, number
     )
     UPDATE deliveries delivery
     SET state = $2::jsonb -> evidence ->> state,
         due_at = coalesce("dueAt", due_at),
         claimed_by = NULL
     FROM outcome JOIN attempt ON delivery_id = "deliveryId" AND attempt.number = outcome.number
     WHERE delivery.id = "deliveryId" AND delivery.round = outcome.round
       AND (evidence <> 'temporary' OR delivery.attempts = outcome.number)`,
    [JSON.stringify(outcomes), EVIDENCE_RULES],
  );
  await flagAddresses(database.manager, outcomes.filter(refusesAddress).map(asRefused));
}

const refusesAddress = ({ outcome, stage, reply }: Outcome) =>
  outcome === 'permanent' && stage === 'recipient' && isHard(statusIn(reply), reply);

const asRefused = ({ deliveryId, address, reply: words }: Outcome) => ({
  ...{ deliveryId, address, words, status: statusIn(words) },
});
