import type { EntityManager } from 'typeorm';
import type { Dispatch } from './dispatch.entity.ts';

/**
 * When the page that is to be signed became what it is: numbered where the number comes first, else submitted. A fact, so
 * that the page comes out the same whenever it is made. A draft's page is of the moment one looks at it.
 */
export async function pageMoment(manager: EntityManager, { id }: Dispatch): Promise<Date> {
  const [{ at }] = await manager.query<[{ at: Date | null }]>(
    `SELECT greatest(max(submitted_at),
       (SELECT taken_at FROM register_entries WHERE dispatch_id = $1 AND voided_at IS NULL)) AS at
     FROM submissions WHERE dispatch_id = $1 AND returned_at IS NULL`,
    [id],
  );
  return at ?? new Date();
}
