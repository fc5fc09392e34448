import type { DataSource } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';

/**
 * Brings every recall as far as it can be now; safe to repeat at any time, by anybody.
 *
 * 1. The deliveries of those concerned are marked; from then on no worker takes them up. A row that
 *    somebody holds at this moment is left for the next time.
 * 2. Once nothing of a marked delivery is under way, its fate is decided, for good: it was surely never
 *    sent (every attempt that was begun has an outcome, and none of them left the other side with the
 *    mail), then it is cancelled; or it may be there, then its recipient is asked.
 */
export async function settleRecalls(database: DataSource): Promise<void> {
  while ((await mark(database)) > 0);
  await database.query(DECIDE);
  await database.query(DECIDE_WITHOUT_DELIVERY);
}

async function mark(database: DataSource): Promise<number> {
  const [, count] = await database.query<[unknown, number]>(
    `UPDATE deliveries SET recalled_at = now()
     WHERE id IN (SELECT delivery.id FROM recall_requests request
                  JOIN deliveries delivery USING (recipient_id)
                  WHERE fate IS NULL AND recalled_at IS NULL
                  LIMIT 1000 FOR UPDATE OF delivery SKIP LOCKED)`,
  );
  return count;
}

/** Attempts that certainly left nothing there; silence after the whole mail is undecided. */
const HARMLESS = `
  SELECT count(*) FROM delivery_attempts attempt
  WHERE attempt.delivery_id = delivery.id
    AND outcome <> 'accepted' AND stage NOT IN ('reply', 'endpoint')`;

/**
 * Where there is an address, those who are asked get a mail; the others must be telephoned. Whoever was told
 * of the dispatch by another channel is told of this by it as well; a webhook at its present URL.
 */
const ASK = `, kept AS (${keepSeals('recall_requests', 'decided')})
  INSERT INTO recall_notices (recipient_id, channel, message_id, address)
  SELECT decided.recipient_id, notice.channel, gen_random_uuid(), notice.address
  FROM decided
  JOIN recipients recipient ON recipient.id = decided.recipient_id
  JOIN agencies agency ON agency.id = recipient.agency_id
  LEFT JOIN deliveries delivery ON delivery.recipient_id = decided.recipient_id
  CROSS JOIN LATERAL (
    SELECT 'email' AS channel,
           coalesce(CASE delivery.channel WHEN 'email' THEN delivery.address END, agency.email) AS address
    UNION ALL
    (SELECT DISTINCT ON (told.channel) told.channel,
            CASE told.channel WHEN 'webhook' THEN agency.webhook_url ELSE told.address END
     FROM (SELECT delivery.channel, delivery.address, 2147483647 AS number
           UNION ALL
           SELECT channel, address, number FROM delivery_attempts WHERE delivery_id = delivery.id) told
     WHERE told.channel <> 'email'
     ORDER BY told.channel, told.number DESC)) notice
  WHERE decided.fate = 'asked' AND notice.address IS NOT NULL
  ON CONFLICT DO NOTHING`;

const DECIDE = `
  WITH quiet AS MATERIALIZED (
    SELECT delivery.id, delivery.recipient_id,
           state IN ('accepted', 'delivered', 'bounced') OR attempts > (${HARMLESS}) AS is_sent
    FROM recall_requests request JOIN deliveries delivery USING (recipient_id)
    WHERE fate IS NULL AND recalled_at IS NOT NULL AND state <> 'sending'
    FOR UPDATE OF delivery SKIP LOCKED
  ), ended AS (
    UPDATE deliveries SET state = 'cancelled'
    WHERE id IN (SELECT id FROM quiet) AND state IN ('waiting', 'expired', 'failed')
  ), decided AS (
    UPDATE recall_requests request
    SET fate = CASE WHEN is_sent THEN 'asked' ELSE 'cancelled' END, decided_at = now()
    FROM quiet WHERE request.recipient_id = quiet.recipient_id AND fate IS NULL
    RETURNING request.*
  ) ${ASK}`;

/** Paper may have gone to those the system could not reach. */
const DECIDE_WITHOUT_DELIVERY = `
  WITH decided AS (
    UPDATE recall_requests request SET fate = 'asked', decided_at = now()
    WHERE fate IS NULL AND NOT EXISTS (SELECT FROM deliveries
                                       WHERE deliveries.recipient_id = request.recipient_id)
    RETURNING request.*
  ) ${ASK}`;
