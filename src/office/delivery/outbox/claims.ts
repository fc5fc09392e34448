import type { DataSource } from 'typeorm';
import type { Terms } from '../../dispatches/terms.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import type { InstallationKeys } from '../../../platform/installation/installation-keys.ts';
import { makeLinksKnown, type Linked } from '../personal-link.ts';

/** One delivery that is this worker's to send, now. */
export interface Claimed extends Pick<Terms, 'purpose' | 'replyBy'>, Linked {
  id: string;
  /** Of the attempt, from 1. */
  number: number;
  retryRound: number;
  letter: number;
  /** Of the attempt in this retry round, from 1. */
  attempt: number;
  address: string;
  queuedAt: Date;
  code: string;
  name: string;
  acknowledgeBy: Date;
}

/** The rows one worker has taken up. A lease keeps others off, so no lock is held while mails travel. */
export class Claims {
  private readonly held = new Set<string>();

  constructor(
    private readonly database: DataSource,
    private readonly worker: string,
    /** A worker that is gone keeps its rows no longer than this; a living one renews. */
    private readonly leaseSeconds: number,
    private readonly keys: InstallationKeys,
  ) {}

  async claim(dispatchId: string, limit: number, channel: ChannelName): Promise<Claimed[]> {
    const [rows] = await this.database.query<[Claimed[], number]>(
      `WITH due AS (
         SELECT deliveries.id FROM deliveries JOIN delivery_runs USING (dispatch_id)
         WHERE dispatch_id = $1 AND channel = $5 AND state = 'waiting' AND due_at <= now()
           AND recalled_at IS NULL
           AND NOT EXISTS (SELECT FROM delivery_pauses
                           WHERE dispatch_id = $1 AND ended_at IS NULL)
         ORDER BY due_at LIMIT $2 FOR UPDATE OF deliveries SKIP LOCKED)
       UPDATE deliveries delivery
       SET state = 'sending', attempts = attempts + 1, claimed_by = $3,
           due_at = now() + make_interval(secs => $4)
       FROM recipients recipient
       WHERE delivery.id = ANY(ARRAY(SELECT id FROM due)) -- by index, however many there are
         AND recipient.id = delivery.recipient_id
       RETURNING delivery.id, attempts AS number, round AS "retryRound", letter, attempts - earlier_attempts AS attempt,
                 address, queued_at AS "queuedAt", recipient.id AS "recipientId", code, name,
                 acknowledge_by AS "acknowledgeBy", purpose, reply_by AS "replyBy",
                 token_hash AS "tokenHash"`,
      [dispatchId, limit, this.worker, this.leaseSeconds, channel],
    );
    await makeLinksKnown(this.database.manager, this.keys, rows); // what is not held yet, renew() lets go
    for (const { id } of rows) this.held.add(id);
    return rows;
  }

  /** The outcome is in the database; until then the row stays ours, however long that takes. */
  settle(id: string): void {
    this.held.delete(id);
  }

  /** Renews what is held, and lets go what it does not know of: the answer to a claim can be lost. */
  async renew(): Promise<void> {
    await this.database.query(
      `UPDATE deliveries SET state = 'waiting', claimed_by = NULL, due_at = now()
       WHERE claimed_by = $2 AND state = 'sending' AND id <> ALL($1)
         AND due_at < now() + make_interval(secs => $3 / 2)`,
      [[...this.held], this.worker, this.leaseSeconds],
    );
    if (this.held.size === 0) return;
    await this.database.query(
      `UPDATE deliveries SET due_at = now() + make_interval(secs => $3)
       WHERE id IN (SELECT id FROM deliveries
                    WHERE id = ANY($1) AND claimed_by = $2 AND state = 'sending'
                    FOR UPDATE SKIP LOCKED)`,
      [[...this.held], this.worker, this.leaseSeconds],
    );
  }

  /** Gives back what was not begun: no attempt was made. */
  async release(ids: string[], dueAt: Date): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) this.held.delete(id);
    await this.database.query(
      `UPDATE deliveries
       SET state = 'waiting', attempts = attempts - 1, claimed_by = NULL, due_at = $3
       WHERE id = ANY($1) AND claimed_by = $2 AND state = 'sending'`,
      [ids, this.worker, dueAt],
    );
  }
}

/**
 * Takes back what dead workers held: those whose lease is over, and those `workers` that are known to
 * be dead. Whether a mail of theirs went out is undecided; it goes again with the same Message-ID.
 */
export async function reclaimExpired(database: DataSource, workers: string[] = []): Promise<void> {
  await database.query(
    `UPDATE deliveries SET state = 'waiting', claimed_by = NULL, due_at = now()
     WHERE id IN (SELECT id FROM deliveries
                  WHERE state = 'sending' AND (due_at <= now() OR claimed_by = ANY($1))
                  FOR UPDATE SKIP LOCKED)`,
    [workers],
  );
}
