import type { DataSource } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import type { Outcome } from '../attempts/outcome.ts';
import type { Evidence } from '../attempts/evidence.ts';
import type { LetterRows } from './letter-kind.ts';

const STATES: Partial<Record<Evidence, string>> = { accepted: 'sent', temporary: 'waiting' };

/**
 * Settles letters of which only the latest answer is kept: `sent`, `waiting` for the next attempt, or
 * `failed`. A row that was reclaimed meanwhile takes the answer to its latest attempt all the same.
 */
export async function settleLetters(
  database: DataSource,
  { table, key }: LetterRows,
  outcomes: Outcome[],
  facts?: Parameters<typeof keepSeals>[0],
): Promise<void> {
  await database.query(
    `WITH settled AS (
       UPDATE ${table} letter
       SET state = outcome.state, due_at = coalesce(next_at, due_at), reply = outcome.reply,
           claimed_by = NULL
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[])
         AS outcome (id, number, state, next_at, reply)
       WHERE letter.${key} = outcome.id AND letter.attempts = outcome.number
         AND letter.state IN ('waiting', 'sending')
       RETURNING letter.*)
     ${facts ? keepSeals(facts, 'settled') : 'SELECT FROM settled'}`,
    [
      outcomes.map(({ id }) => id),
      outcomes.map(({ number }) => number),
      outcomes.map(({ evidence }) => STATES[evidence] ?? 'failed'),
      outcomes.map(({ dueAt }) => dueAt),
      outcomes.map(({ reply }) => reply),
    ],
  );
}
