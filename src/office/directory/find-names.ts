import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { JOIN_DISTRICT, nameInDistrict } from './full-name.ts';
import { nameKey } from '../../platform/text/name-key.ts';

/** The agencies of today that share a name, each as it is told from the others. */
export interface Namesakes {
  namesakes: string[];
}

export type FoundAgency = { target: 'agency' | 'person'; agencyId: string } | Namesakes;

interface Row {
  id: string;
  code: string;
  name: string;
  kind: string;
  district: string | null;
  isCurrent: boolean;
}

/**
 * The agency of each of these names, which may be codes or have the district behind them, by its `nameKey`. A name that
 * nobody has any more leads to who had it last.
 */
export async function findAgencies(
  manager: EntityManager,
  officeId: string,
  keys: Set<string>,
): Promise<Map<string, FoundAgency>> {
  const rows = await manager.query<Row[]>(
    `SELECT agency.id, agency.code, agency.name, agency.kind, district.name AS district,
            agency.valid_from <= $2
              AND (agency.valid_to IS NULL OR agency.valid_to >= $2) AS "isCurrent"
     FROM agencies agency ${JOIN_DISTRICT}
     WHERE agency.office_id = $1
     ORDER BY "isCurrent" DESC, agency.valid_to DESC NULLS FIRST, agency.code`,
    [officeId, vietnamDate(new Date())],
  );
  const named = new Map<string, Row[]>();
  const found = new Map<string, FoundAgency>();
  for (const row of rows) {
    const { id, code, name, kind, district } = row;
    if (keys.has(nameKey(code))) {
      found.set(nameKey(code), { target: kind === 'person' ? 'person' : 'agency', agencyId: id });
    }
    for (const key of new Set([name, nameInDistrict(name, district)].map(nameKey))) {
      if (keys.has(key)) named.set(key, [...(named.get(key) ?? []), row]);
    }
  }
  for (const [key, bearers] of named) if (!found.has(key)) found.set(key, meant(bearers));
  return found;
}

function meant(bearers: Row[]): FoundAgency {
  const current = bearers.filter(({ isCurrent }) => isCurrent);
  if (current.length > 1) return { namesakes: toldApart(current) };
  const { kind, id } = current[0] ?? bearers[0]!;
  return { target: kind === 'person' ? 'person' : 'agency', agencyId: id };
}

function toldApart(rows: Row[]): string[] {
  const names = rows.map(({ name, district }) => nameInDistrict(name, district));
  return new Set(names).size === names.length ? names : rows.map(({ code }) => code);
}
