import type { EntityManager } from 'typeorm';
import { shortDate } from '../../../platform/time/vietnam-time.ts';
import type { Scheme } from './schemes.ts';

/** From this day on an agency has this code of a scheme, or none. */
export interface Given {
  agencyId: string;
  scheme: Scheme;
  code: string | null;
  from: string;
  to: string | null;
  /** Of an agency that begins with it: it has none before, and the list that names both was looked through. */
  isNew?: boolean;
}

export interface GivenFault {
  agencyId: string;
  scheme: Scheme;
  at: 'code' | 'from';
  message: string;
}

const GIVEN = `
  unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[])
    AS given (agency_id, scheme, code, valid_from, valid_to)`;

/** What of these cannot be. A code that somebody of the office has by then, or a day before a later change. */
async function faultsOf(
  manager: EntityManager,
  officeId: string,
  values: unknown[],
): Promise<GivenFault[]> {
  const later = await manager.query<{ agencyId: string; scheme: Scheme; day: string }[]>(
    `SELECT given.agency_id AS "agencyId", given.scheme, min(known.valid_from)::text AS day
     FROM ${GIVEN} JOIN agency_identifiers known USING (agency_id, scheme)
     WHERE known.valid_from > given.valid_from
       AND (given.valid_to IS NULL OR given.valid_to >= known.valid_from)
     GROUP BY 1, 2`,
    values,
  );
  const shared = await manager.query<(GivenFault & { code: string; name: string })[]>(
    `SELECT mine.agency_id AS "agencyId", mine.scheme, mine.code, owner.name
     FROM ${GIVEN} JOIN agency_identifiers mine USING (agency_id, scheme, valid_from)
     JOIN agencies me ON me.id = mine.agency_id
     JOIN agency_identifiers other ON other.code = mine.code AND other.scheme = mine.scheme
       AND other.agency_id <> mine.agency_id
     JOIN agencies owner ON owner.id = other.agency_id AND owner.office_id = $6
     WHERE mine.valid_from <= least(other.valid_to, owner.valid_to, 'infinity')
       AND other.valid_from <= least(mine.valid_to, me.valid_to, 'infinity')`,
    [...values, officeId],
  );
  return [
    ...later.map(({ agencyId, scheme, day }) => ({
      agencyId,
      scheme,
      at: 'from' as const,
      message: `Mã cùng loại đã đổi từ ngày ${shortDate(day)}. Ghi ngày sau đó, hoặc ghi ngày cuối trước đó.`,
    })),
    ...shared.map(({ agencyId, scheme, code, name }) => ({
      agencyId,
      scheme,
      at: 'code' as const,
      message: `Mã ${code} đang là của ${name}. Kết thúc mã ấy trước, hoặc xem lại mã này.`,
    })),
  ];
}

/**
 * Writes them, each ending the one of its scheme before it, and says what cannot be: then nothing of
 * it may stay. Expects the directory's lock.
 */
export async function giveIdentifiers(
  manager: EntityManager,
  officeId: string,
  given: Given[],
): Promise<GivenFault[]> {
  if (given.length === 0) return [];
  const values = columns(given);
  const ofKnown = columns(given.filter(({ isNew }) => !isNew));
  await manager.query(
    `DELETE FROM agency_identifiers known USING ${GIVEN}
     WHERE known.agency_id = given.agency_id AND known.scheme = given.scheme
       AND known.valid_from = given.valid_from`,
    ofKnown,
  );
  await manager.query(
    `UPDATE agency_identifiers known SET valid_to = given.valid_from - 1 FROM ${GIVEN}
     WHERE known.agency_id = given.agency_id AND known.scheme = given.scheme
       AND known.valid_from < given.valid_from
       AND (known.valid_to IS NULL OR known.valid_to >= given.valid_from)`,
    ofKnown,
  );
  await manager.query(
    `INSERT INTO agency_identifiers (agency_id, scheme, code, valid_from, valid_to)
     SELECT * FROM ${GIVEN} WHERE code IS NOT NULL`,
    values,
  );
  return faultsOf(manager, officeId, ofKnown);
}

const columns = (given: Given[]): unknown[] => [
  given.map(({ agencyId }) => agencyId),
  given.map(({ scheme }) => scheme),
  given.map(({ code }) => code),
  given.map(({ from }) => from),
  given.map(({ to }) => to),
];
