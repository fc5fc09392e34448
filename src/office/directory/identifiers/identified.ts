import type { EntityManager } from 'typeorm';
import { Agency } from '../agency.entity.ts';
import { SCHEMES, type Scheme } from './schemes.ts';

export interface Identified {
  agency: Agency;
  scheme: Scheme;
}

/**
 * Whom an office knows by this code on a day (`YYYY-MM-DD`): neither the code nor the agency has ended
 * by then. Capitals or not is the same. Where two schemes have it, the first of `SCHEMES` counts.
 */
export async function agencyByIdentifier(
  manager: EntityManager,
  officeId: string,
  code: string,
  day: string,
): Promise<Identified | undefined> {
  const [found] = await manager.query<{ id: string; scheme: Scheme }[]>(
    `SELECT agency.id, scheme
     FROM agency_identifiers identifier JOIN agencies agency ON agency.id = agency_id
     WHERE office_id = $1 AND identifier.code = upper($2)
       AND identifier.valid_from <= $3
       AND (identifier.valid_to IS NULL OR identifier.valid_to >= $3)
       AND agency.valid_from <= $3 AND (agency.valid_to IS NULL OR agency.valid_to >= $3)
     ORDER BY array_position($4::text[], scheme) LIMIT 1`,
    [officeId, code, day, SCHEMES],
  );
  if (!found) return undefined;
  return {
    agency: await manager.findOneByOrFail(Agency, { id: found.id }),
    scheme: found.scheme,
  };
}
