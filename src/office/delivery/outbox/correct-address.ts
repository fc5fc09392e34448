import type { EntityManager } from 'typeorm';
import { Recipient } from '../recipient.entity.ts';

/**
 * What the directory says by now, unless that mail address was tried before. A webhook's secret is its
 * present URL's, so the former URL is of no use. Of other channels the address stays.
 */
export const CORRECTED_ADDRESS = `
  (SELECT CASE delivery.channel WHEN 'webhook' THEN webhook_url WHEN 'email' THEN agency.email END
   FROM recipients JOIN agencies agency ON agency.id = agency_id
   WHERE recipients.id = delivery.recipient_id
     AND (delivery.channel <> 'email'
          OR NOT EXISTS (SELECT FROM delivery_attempts tried
                         WHERE delivery_id = delivery.id AND tried.address = agency.email)))`;

/** A recipient that had no address when the dispatch was issued gets its first delivery. */
export async function giveAddress(
  manager: EntityManager,
  dispatchId: string,
  id: string,
  address: string,
): Promise<void> {
  const { id: recipientId } = await manager.findOneByOrFail(Recipient, { id, dispatchId });
  await manager.query(
    `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state)
     VALUES ($1, $2, 'email', $3, 'failed') ON CONFLICT DO NOTHING`,
    [recipientId, dispatchId, address],
  );
}

export async function correctDirectory(
  manager: EntityManager,
  recipientId: string,
  address: string,
): Promise<void> {
  await manager.query(
    'UPDATE agencies SET email = $2 FROM recipients WHERE recipients.id = $1 AND agencies.id = agency_id',
    [recipientId, address],
  );
}
