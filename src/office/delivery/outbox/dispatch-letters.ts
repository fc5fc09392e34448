import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { DamagedFile } from '../../../platform/files/damaged-file.ts';
import type { Outcome } from '../attempts/outcome.ts';
import { recordAttempts } from '../attempts/record-attempts.ts';
import type { Channel } from '../channels/channel.ts';
import type { PreparedDispatch } from '../channels/prepared-dispatch.ts';
import { makeLinksKnown } from '../personal-link.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { dispatchLetter, type ClaimedDelivery } from './dispatch-letter.ts';
import { LetterKinds, type Batch, type LetterKind, type LetterRows } from './letter-kind.ts';
import { PreparedDispatches } from './prepared-dispatches.ts';
import { openPause } from './runs.service.ts';

/** Dispatches on their way to recipients; those of one dispatch are a batch, its run. */
@Injectable()
export class DispatchLetters implements LetterKind<ClaimedDelivery> {
  readonly name = 'dispatch';
  readonly rows: LetterRows = {
    table: 'deliveries',
    key: 'id',
    batch: 'letter.dispatch_id',
    isOpen: (run) => `recalled_at IS NULL
      AND EXISTS (SELECT FROM delivery_runs WHERE delivery_runs.dispatch_id = ${run})
      AND NOT EXISTS (SELECT FROM delivery_pauses pause
                      WHERE pause.dispatch_id = ${run} AND ended_at IS NULL)`,
    joined: { from: 'recipients recipient', on: 'recipient.id = letter.recipient_id' },
    columns: `round AS "retryRound", letter.letter, attempts - earlier_attempts AS attempt,
      queued_at AS "queuedAt", recipient.id AS "recipientId", code, name,
      acknowledge_by AS "acknowledgeBy", purpose, reply_by AS "replyBy", token_hash AS "tokenHash"`,
  };
  private readonly batches = new WeakMap<PreparedDispatch, Batch<ClaimedDelivery>>();

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly dispatches: PreparedDispatches,
    kinds: LetterKinds,
  ) {
    kinds.add(this);
  }

  /** Where the file is damaged the run pauses and says so. */
  async open(dispatchId: string, channel: Channel): Promise<Batch<ClaimedDelivery> | undefined> {
    try {
      const prepared = await this.dispatches.find(dispatchId);
      await channel.prepare?.(prepared);
      return this.batchOf(prepared);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await this.pause(dispatchId, error.message);
      return undefined;
    }
  }

  onClaim(rows: ClaimedDelivery[]): Promise<void> {
    return makeLinksKnown(this.database.manager, this.config.keys, rows);
  }

  record(outcomes: Outcome[]): Promise<void> {
    return recordAttempts(this.database, outcomes);
  }

  /** One for all time slices of a run: its breaker remembers. */
  private batchOf(prepared: PreparedDispatch): Batch<ClaimedDelivery> {
    const { id, officeId, urgency } = prepared.dispatch;
    let batch = this.batches.get(prepared);
    if (!batch) {
      batch = {
        officeId,
        isUrgent: urgency !== 'normal',
        isHeld: false,
        breaker: new CircuitBreaker(),
        hold: (reason) => this.pause(id, reason),
        compose: async (delivery) => dispatchLetter(prepared, delivery, this.config),
      };
      this.batches.set(prepared, batch);
    }
    return batch;
  }

  private async pause(dispatchId: string, reason: string): Promise<void> {
    await openPause(this.database.manager, dispatchId, reason, null);
  }
}
