import type { DataSource } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import { flagAddresses, refusedFor } from '../bounces/flag-addresses.ts';
import { EVIDENCE_RULES } from './evidence.ts';
import type { Outcome } from './outcome.ts';

/**
 * Writes down attempts at deliveries and moves these as evidence.ts says.
 * Safe to repeat: an attempt that is known already moves nothing. Columns are arrays: PostgreSQL takes
 * longer to read a document of some hundred outcomes than to write them down.
 */
export async function recordAttempts(database: DataSource, outcomes: Outcome[]): Promise<void> {
  const column = <Value>(of: (outcome: Outcome) => Value) => outcomes.map(of);
  await database.query(
    `WITH outcome AS (
       SELECT * FROM unnest(
         $2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
         $9::timestamptz[], $10::text[], $11::text[], $12::int[], $13::text[], $14::text[],
         $15::timestamptz[])
       AS outcome (delivery_id, number, round, channel, address, server, started_at,
                   ended_at, outcome, stage, reply_code, reply, evidence,
                   next_at)
     ), attempt AS (
       INSERT INTO delivery_attempts (delivery_id, number, round, channel, address, server, started_at,
         ended_at, outcome, stage, reply_code, reply)
       SELECT delivery_id, number, outcome.round, outcome.channel, outcome.address, server,
              started_at, ended_at, outcome, stage, reply_code, reply
       FROM outcome JOIN deliveries ON id = delivery_id
       ON CONFLICT DO NOTHING RETURNING *
     ), kept AS (${keepSeals('delivery_attempts', 'attempt')})
     UPDATE deliveries delivery
     SET state = $1::jsonb -> evidence ->> state,
         due_at = coalesce(next_at, due_at),
         claimed_by = NULL
     FROM outcome JOIN attempt USING (delivery_id, number)
     WHERE delivery.id = delivery_id AND delivery.round = outcome.round
       AND (evidence <> 'temporary' OR delivery.attempts = number)`,
    [
      EVIDENCE_RULES,
      column(({ id }) => id),
      column(({ number }) => number),
      column(({ retryRound }) => retryRound),
      column(({ channel }) => channel),
      column(({ address }) => address),
      column(({ server }) => server),
      column(({ startedAt }) => startedAt),
      column(({ endedAt }) => endedAt),
      column(({ outcome }) => outcome),
      column(({ stage }) => stage),
      column(({ replyCode }) => replyCode),
      column(({ reply }) => reply),
      column(({ evidence }) => evidence),
      column(({ dueAt }) => dueAt),
    ],
  );
  await flagAddresses(database.manager, refusedFor(outcomes));
}
