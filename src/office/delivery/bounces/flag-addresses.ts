import type { EntityManager } from 'typeorm';
import type { Outcome } from '../attempts/outcome.ts';
import { statusIn } from '../attempts/status-code.ts';
import { isHard } from './hardness.ts';

/** A refusal of an address for good. */
export interface RefusedAddress {
  deliveryId: string;
  address: string;
  status: string | null;
  words: string;
}

/**
 * Flags every agency of the office that has such an address now, for the clerk to correct. Which refusals
 * do is decided by `isHard` (hardness.ts), of an answer while sending as of a report.
 */
export async function flagAddresses(
  manager: EntityManager,
  refused: RefusedAddress[],
): Promise<void> {
  if (refused.length === 0) return;
  await manager.query(
    `INSERT INTO address_failures (agency_id, address, status, words)
     SELECT DISTINCT ON (agency.id) agency.id, refused.address, refused.status, refused.words
     FROM jsonb_to_recordset($1::jsonb)
       AS refused ("deliveryId" uuid, address text, status text, words text)
     JOIN deliveries ON deliveries.id = "deliveryId"
     JOIN dispatches ON dispatches.id = dispatch_id
     JOIN agencies agency
       ON agency.office_id = dispatches.office_id AND lower(agency.email) = lower(refused.address)
     ORDER BY agency.id
     ON CONFLICT (agency_id) DO UPDATE
       SET address = excluded.address, status = excluded.status, words = excluded.words,
           failed_at = now()`,
    [JSON.stringify(refused)],
  );
}

/** The answers to attempts that say the address will not work tomorrow either. */
export const refusedFor = (outcomes: Outcome[]): RefusedAddress[] =>
  outcomes
    .filter(
      ({ outcome, stage, reply, address }) =>
        outcome === 'permanent' &&
        stage === 'recipient' &&
        isHard(statusIn(reply), reply, { recipient: address }),
    )
    .map(({ id, address, reply: words }) => ({
      deliveryId: id,
      address,
      words,
      status: statusIn(words),
    }));
