import type { EntityManager } from 'typeorm';
import { shortDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { Area } from './area.entity.ts';

/** From this day on nobody lies in it. How many agencies lay in it until then. */
export async function endArea(manager: EntityManager, area: Area, from: string): Promise<number> {
  requireOpen(area, 'from');
  const [later] = await manager.query<{ name: string; day: string }[]>(
    `SELECT name, member.valid_from::text AS day
     FROM area_members member JOIN agencies ON agencies.id = agency_id
     WHERE area_id = $1 AND member.valid_from >= $2 ORDER BY member.valid_from LIMIT 1`,
    [area.id, from],
  );
  if (later) {
    const message = `${later.name} vào khu vực này từ ngày ${shortDate(later.day)}. Ghi ngày sau đó.`;
    throw new InvalidInput([{ path: 'from', message }]);
  }
  const [{ left }] = await manager.query<[{ left: number }]>(
    `WITH gone AS (
       UPDATE area_members SET valid_to = $2::date - 1
       WHERE area_id = $1 AND (valid_to IS NULL OR valid_to >= $2) RETURNING agency_id)
     SELECT count(*)::integer AS left FROM gone`,
    [area.id, from],
  );
  await manager.query('UPDATE areas SET valid_to = $2::date - 1 WHERE id = $1', [area.id, from]);
  return left;
}

/**
 * As if its end had not been said. Before it comes nobody has left: who was to leave on that day stays, until
 * the day of a later move. Afterwards who left is out. How many agencies stay.
 */
export async function undoEnd(
  manager: EntityManager,
  { id, validTo }: Area,
  today: string,
): Promise<number> {
  await manager.update(Area, id, { validTo: null });
  if (validTo === null || validTo < today) return 0;
  const [{ stayed }] = await manager.query<[{ stayed: number }]>(
    `WITH staying AS (
       UPDATE area_members member SET valid_to = (
         SELECT min(later.valid_from) - 1 FROM area_members later
         WHERE later.agency_id = member.agency_id AND later.valid_from > member.valid_to)
       WHERE area_id = $1 AND valid_to = $2 AND NOT EXISTS (
         SELECT FROM area_members next
         WHERE next.agency_id = member.agency_id AND next.valid_from = member.valid_to + 1)
       RETURNING agency_id)
     SELECT count(*)::integer AS stayed FROM staying`,
    [id, validTo],
  );
  return stayed;
}

/** Refused for an area that has ended or will: where it was opened again, agencies can come in. */
export function requireOpen({ name, validTo }: Area, path: string): void {
  if (validTo === null) return;
  const message = `Khu vực “${name}” kết thúc hết ngày ${shortDate(validTo)}. Mở lại khu vực trước.`;
  throw new InvalidInput([{ path, message }]);
}
