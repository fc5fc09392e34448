import type { EntityManager } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import type { Delivery } from '../delivery.entity.ts';

/**
 * What servers and people tell letters apart by: every attempt at one letter has the same. Another letter
 * of the same delivery is one that somebody who had the first is meant to see.
 */
export const letterId = ({ id, letter }: Pick<Delivery, 'id' | 'letter'>): string =>
  letter === 1 ? id : `${id}.${letter}`;

/**
 * Sends another letter to a recipient who sent the first one back, to another address if there is one.
 * What is still on its way goes on; false when there is no address to send to.
 */
export async function sendAnotherLetter(
  manager: EntityManager,
  { id, dispatchId }: { id: string; dispatchId: string },
  address: string | undefined,
): Promise<boolean> {
  if (address) {
    await manager.query(
      `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state)
       VALUES ($1, $2, 'email', $3, 'failed') ON CONFLICT DO NOTHING`,
      [id, dispatchId, address],
    );
  }
  await manager.query(
    `WITH again AS (
     UPDATE deliveries
     SET state = 'waiting', round = round + 1, letter = letter + 1, earlier_attempts = attempts,
         queued_at = now(), due_at = now(), claimed_by = NULL, address = coalesce($2, address),
         channel = CASE WHEN $2::text IS NULL THEN channel ELSE 'email' END
     WHERE recipient_id = $1 AND recalled_at IS NULL
       AND (state NOT IN ('waiting', 'sending') OR $2::text IS NOT NULL)
     RETURNING *) ${keepSeals('deliveries', 'again')}`,
    [id, address ?? null],
  );
  const [{ count }] = await manager.query<[{ count: number }]>(
    'SELECT count(*)::integer AS count FROM deliveries WHERE recipient_id = $1',
    [id],
  );
  return count > 0;
}
