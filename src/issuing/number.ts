import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../calendar/vietnam-time.ts';

export interface TakenNumber {
  number: number;
  /** Calendar date in Vietnam, `YYYY-MM-DD`. */
  date: string;
  at: Date;
}

/**
 * The next number of the office's register (Decree 30/2020/NĐ-CP, art. 15: from 01 on 1 January to 31
 * December). The register's row stays locked until the transaction of `manager` ends, so numbers
 * follow each other without gaps; the time is read under the lock, so a later number never carries
 * an earlier date.
 */
export async function takeNumber(manager: EntityManager, officeId: string): Promise<TakenNumber> {
  const year = Number(vietnamDate(new Date()).slice(0, 4));
  const [row] = await manager.query<{ number: number; at: Date }[]>(
    `INSERT INTO registers AS register (office_id, year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (office_id, year) DO UPDATE SET last_number = register.last_number + 1
     RETURNING last_number AS number, clock_timestamp() AS at`,
    [officeId, year],
  );
  const { number, at } = row!;
  const date = vietnamDate(at);
  if (date.startsWith(String(year))) return { number, date, at };
  // The year ended while we waited for the lock.
  await manager.query(
    'UPDATE registers SET last_number = last_number - 1 WHERE office_id = $1 AND year = $2',
    [officeId, year],
  );
  return takeNumber(manager, officeId);
}
