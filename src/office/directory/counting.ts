import type { EntityManager } from 'typeorm';
import { handPicked } from './successions.ts';

/** How many agencies of each kind an office has on a day. */
export async function countKinds(
  manager: EntityManager,
  officeId: string,
  day: string,
): Promise<Map<string, number>> {
  const rows = await manager.query<{ kind: string; count: number }[]>(
    `SELECT kind, count(*)::integer AS count FROM agencies
     WHERE office_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
     GROUP BY kind`,
    [officeId, day],
  );
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

/** How many agencies each group reaches on a day, without looking at one of them. */
export async function countGroups(
  manager: EntityManager,
  groups: { id: string; kinds: string[] }[],
  ofKinds: Map<string, number>,
  day: string,
): Promise<Map<string, number>> {
  const others = await handPicked(
    manager,
    groups.map(({ id }) => id),
    day,
  );
  return new Map(
    groups.map(({ id, kinds }) => [
      id,
      kinds.reduce((sum, kind) => sum + (ofKinds.get(kind) ?? 0), others.get(id) ?? 0),
    ]),
  );
}
