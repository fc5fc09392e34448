import type { EntityManager } from 'typeorm';
import { expand } from '../../directory/expansion.ts';
import { JOIN_DISTRICT, nameInDistrict } from '../../directory/full-name.ts';
import { folded } from '../../../platform/text/name-key.ts';

/** A name that a recipient line may be written with, and how many it leads to today. */
export interface KnownName {
  name: string;
  kind: 'group' | 'agency';
  agencies: number;
  /** How many of them have no address to send to. */
  unreachable: number;
}

interface Row {
  id: string;
  name: string;
  email: string | null;
}

const MOST = 8;

/** Names that have all words of `q`, each perhaps half typed, without regard to accents; groups first. */
export async function namesLike(
  manager: EntityManager,
  officeId: string,
  q: string,
  asOf: string,
): Promise<KnownName[]> {
  const words = folded(q);
  const patterns = words.map((word) => `\\m${word}`);
  const groups = await manager.query<(Row & { kinds: string[] })[]>(
    `SELECT id, name, kinds FROM agency_groups
     WHERE office_id = $1 AND folded(name) ~ ALL ($2) ORDER BY length(name), name LIMIT ${MOST}`,
    [officeId, patterns],
  );
  const found: KnownName[] = [];
  for (const { id, name, kinds } of groups) {
    const line = { text: name, kinds, groupId: id };
    const reached = await expand(manager, officeId, [line], asOf);
    const unreachable = reached.filter(({ agency }) => !agency.email).length;
    found.push({ name, kind: 'group', agencies: reached.length, unreachable });
  }
  if (words.length === 0) return found;
  const agencies = await manager.query<(Row & { district: string | null; isShared: boolean })[]>(
    `SELECT agency.id, agency.name, agency.email, district.name AS district,
            count(*) OVER (PARTITION BY agency.name) > 1 AS "isShared"
     FROM agencies agency
     JOIN agency_kinds kinds ON kinds.office_id = agency.office_id AND kinds.code = agency.kind
     ${JOIN_DISTRICT}
     WHERE agency.office_id = $1 AND folded(agency.name) ~ ALL ($2)
       AND agency.valid_from <= $3 AND (agency.valid_to IS NULL OR agency.valid_to >= $3)
     ORDER BY folded(agency.name) ~ $5 DESC, position, agency.code LIMIT $4`,
    [officeId, patterns, asOf, MOST - found.length, `^${words.join(' +')}`],
  );
  return [
    ...found,
    ...agencies.map(({ name, email, district, isShared }): KnownName => {
      const told = isShared ? nameInDistrict(name, district) : name;
      return { name: told, kind: 'agency', agencies: 1, unreachable: email ? 0 : 1 };
    }),
  ];
}
