import { In, type EntityManager } from 'typeorm';
import { Agency } from './agency.entity.ts';

/**
 * Those that carry on for an agency as of a date (`YYYY-MM-DD`), directly or through others that
 * ended in between: nobody while it exists, several when it was split.
 */
export async function successorsOf(
  manager: EntityManager,
  agencyId: string,
  asOf: string,
): Promise<Agency[]> {
  const rows = await manager.query<{ id: string }[]>(
    `${standIns('SELECT $2::uuid AS place, id, valid_from, valid_to FROM agencies WHERE id = $2')}
     AND id <> $2`,
    [asOf, agencyId],
  );
  return manager.find(Agency, {
    where: { id: In(rows.map(({ id }) => id)) },
    order: { code: 'ASC' },
  });
}

/** Who is in each of these groups by hand as of a date: agency ids by group id. */
export async function membersOf(
  manager: EntityManager,
  groupIds: string[],
  asOf: string,
): Promise<Map<string, Set<string>>> {
  const members = new Map(groupIds.map((id) => [id, new Set<string>()]));
  if (groupIds.length === 0) return members;
  const rows = await manager.query<{ place: string; id: string }[]>(standIns(OF_GROUPS), [
    asOf,
    groupIds,
  ]);
  for (const { place, id } of rows) members.get(place)?.add(id);
  return members;
}

/** How many of the groups' members by hand are of none of its kinds, as of a date. */
export async function handPicked(
  manager: EntityManager,
  groupIds: string[],
  asOf: string,
): Promise<Map<string, number>> {
  const rows = await manager.query<{ place: string; count: number }[]>(
    `SELECT place, count(*)::integer AS count
     FROM (${standIns(OF_GROUPS)}) member
     JOIN agencies ON agencies.id = member.id JOIN agency_groups ON agency_groups.id = place
     WHERE NOT kind = ANY (kinds) GROUP BY place`,
    [asOf, groupIds],
  );
  return new Map(rows.map(({ place, count }) => [place, count]));
}

const OF_GROUPS = `
  SELECT group_id AS place, agencies.id, valid_from, valid_to
  FROM agency_group_members JOIN agencies ON agencies.id = agency_id
  WHERE group_id = ANY($2::uuid[])`;

/** From the rows of `start`, whoever stands in each `place` on the day `$1`. UNION ends circles. */
const standIns = (start: string) => `
  WITH RECURSIVE standing AS (
    ${start}
    UNION
    SELECT place, next.id, next.valid_from, next.valid_to
    FROM standing
    JOIN agency_successions ON predecessor_id = standing.id
    JOIN agencies next ON next.id = successor_id
    WHERE standing.valid_to < $1::date
  )
  SELECT place, id FROM standing
  WHERE valid_from <= $1::date AND (valid_to IS NULL OR valid_to >= $1::date)`;
