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

/** Refused for an area that has ended or will: where it was opened again, agencies can come in. */
export function requireOpen({ name, validTo }: Area, path: string): void {
  if (validTo === null) return;
  const message = `Khu vực “${name}” kết thúc hết ngày ${shortDate(validTo)}. Mở lại khu vực trước.`;
  throw new InvalidInput([{ path, message }]);
}
