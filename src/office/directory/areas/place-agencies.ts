import type { EntityManager } from 'typeorm';
import { shortDate } from '../../../platform/time/vietnam-time.ts';

/** From this day on the agency lies in this area, or in none. */
export interface Placing {
  agencyId: string;
  areaId: string | null;
  from: string;
}

/** SQL: whether a row `member` of `area_members` holds on a day. */
export const isMemberOn = (day: string): string =>
  `member.valid_from <= ${day} AND (member.valid_to IS NULL OR member.valid_to >= ${day})`;

/** SQL: the same, and it is of this agency. */
export const inAreaOn = (agencyId: string, day: string): string =>
  `member.agency_id = ${agencyId} AND ${isMemberOn(day)}`;

const PLACED = `unnest($1::uuid[], $2::uuid[], $3::date[]) AS placed (agency_id, area_id, valid_from)`;

/** Whom it would move before a move that is already known, in words; nothing when there is nobody. */
export async function movedLater(
  manager: EntityManager,
  placings: Placing[],
): Promise<string | undefined> {
  const [later] = await manager.query<{ name: string; day: string }[]>(
    `SELECT name, member.valid_from::text AS day
     FROM ${PLACED} JOIN area_members member USING (agency_id) JOIN agencies ON agencies.id = agency_id
     WHERE member.valid_from > placed.valid_from LIMIT 1`,
    columns(placings),
  );
  return (
    later &&
    `${later.name} đã chuyển khu vực từ ngày ${shortDate(later.day)}. Ghi ngày từ đó về sau.`
  );
}

/** Expects that nobody of them is moved later. What lies there already stays, and leaves on no later day either. */
export async function placeAgencies(manager: EntityManager, placings: Placing[]): Promise<void> {
  const values = columns(placings);
  await manager.query(
    `UPDATE area_members member SET valid_to = NULL FROM ${PLACED}
     WHERE ${inAreaOn('placed.agency_id', 'placed.valid_from')}
       AND member.area_id = placed.area_id AND member.valid_to IS NOT NULL`,
    values,
  );
  const changed = `
    ${PLACED}
    LEFT JOIN area_members here ON here.agency_id = placed.agency_id
      AND here.valid_from <= placed.valid_from
      AND (here.valid_to IS NULL OR here.valid_to >= placed.valid_from)
    WHERE here.area_id IS DISTINCT FROM placed.area_id`;
  const moved = await manager.query<{ agency_id: string; area_id: string; valid_from: string }[]>(
    `SELECT placed.agency_id, placed.area_id, placed.valid_from::text FROM ${changed}`,
    values,
  );
  if (moved.length === 0) return;
  const moves = columns(
    moved.map((row) => ({ agencyId: row.agency_id, areaId: row.area_id, from: row.valid_from })),
  );
  await manager.query(
    `DELETE FROM area_members member USING ${PLACED}
     WHERE member.agency_id = placed.agency_id AND member.valid_from = placed.valid_from`,
    moves,
  );
  await manager.query(
    `UPDATE area_members member SET valid_to = placed.valid_from - 1 FROM ${PLACED}
     WHERE member.agency_id = placed.agency_id AND member.valid_from < placed.valid_from
       AND (member.valid_to IS NULL OR member.valid_to >= placed.valid_from)`,
    moves,
  );
  await insertPlaces(manager, moves);
}

/** For agencies that lay in no area before. */
export async function placeNewAgencies(manager: EntityManager, placings: Placing[]): Promise<void> {
  if (placings.length > 0) await insertPlaces(manager, columns(placings));
}

const insertPlaces = (manager: EntityManager, values: unknown[]) =>
  manager.query(
    `INSERT INTO area_members (agency_id, area_id, valid_from)
     SELECT agency_id, area_id, valid_from FROM ${PLACED} WHERE area_id IS NOT NULL`,
    values,
  );

const columns = (placings: Placing[]) => [
  placings.map(({ agencyId }) => agencyId),
  placings.map(({ areaId }) => areaId),
  placings.map(({ from }) => from),
];
