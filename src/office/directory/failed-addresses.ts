import type { EntityManager } from 'typeorm';
import { AddressFailure } from './address-failure.entity.ts';

/** Why an agency's present address is doubtful. */
export interface FailedAddress {
  agencyId: string;
  words: string;
  failedAt: Date;
}

/** Agencies of an office whose present address a mail server has called wrong or gone. */
export async function failedAddresses(
  manager: EntityManager,
  officeId: string,
): Promise<Map<string, FailedAddress>> {
  const rows = await manager.query<FailedAddress[]>(
    `SELECT agency_id AS "agencyId", words, failed_at AS "failedAt"
     FROM address_failures failure JOIN agencies ON agencies.id = agency_id
     WHERE office_id = $1 AND lower(email) = lower(failure.address)`,
    [officeId],
  );
  return new Map(rows.map((row) => [row.agencyId, row]));
}

/** False when nothing was said against it. */
export async function trustAddress(manager: EntityManager, agencyId: string): Promise<boolean> {
  const { affected } = await manager.delete(AddressFailure, { agencyId });
  return affected !== 0;
}
