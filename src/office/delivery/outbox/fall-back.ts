import type { DataSource } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';

/**
 * Deliveries that failed by one channel go on by the agency's next one, as a new retry round: evidence of
 * the former channel moves nothing any more. Safe to repeat at any time.
 */
export async function fallBack(database: DataSource): Promise<void> {
  await database.query(
    `WITH again AS (
     UPDATE deliveries
     SET channel = fallbacks -> 0 ->> 'channel', address = fallbacks -> 0 ->> 'address',
         fallbacks = fallbacks - 0, state = 'waiting', round = round + 1,
         earlier_attempts = attempts, queued_at = now(), due_at = now(), claimed_by = NULL
     WHERE id IN (SELECT id FROM deliveries
                  WHERE fallbacks <> '[]' AND recalled_at IS NULL AND state IN ('failed', 'expired', 'bounced')
                  FOR UPDATE SKIP LOCKED)
     RETURNING *) ${keepSeals('deliveries', 'again')}`,
  );
}
