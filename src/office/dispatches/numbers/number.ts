import { IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { OfficeHead } from '../../accounts/office-head.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import type { Dispatch } from '../dispatch.entity.ts';
import { RegisterEntry } from './register-entry.entity.ts';

interface NextNumber {
  number: number;
  year: number;
  /** Calendar date in Vietnam, `YYYY-MM-DD`. */
  date: string;
  at: Date;
}

/** Enters the dispatch under the next number of its office's register, dated today; returns when. */
export async function takeNumber(
  manager: EntityManager,
  by: Account,
  dispatch: Dispatch,
): Promise<Date> {
  const { officeId, id: dispatchId } = dispatch;
  const { number, year, date, at } = await nextNumber(manager, officeId);
  // One may have begun while we waited for the lock, which whoever sets a letterhead holds as well.
  dispatch.office.heads = await manager.findBy(OfficeHead, { officeId });
  await manager.insert(RegisterEntry, {
    officeId,
    year,
    number,
    dispatchId,
    dated: date,
    takenBy: by.id,
    takenAt: at,
  });
  dispatch.bear(number, date);
  return at;
}

/** Keeps the office from taking a number until the transaction ends; returns the last day one was taken for. */
export async function holdNumbers(
  manager: EntityManager,
  officeId: string,
): Promise<string | undefined> {
  await manager.query(
    `INSERT INTO registers AS register (office_id, year, last_number) VALUES ($1, $2, 0)
     ON CONFLICT (office_id, year) DO UPDATE SET last_number = register.last_number`,
    [officeId, Number(vietnamDate(new Date()).slice(0, 4))],
  );
  const [last] = await manager.query<{ dated: string | null }[]>(
    'SELECT max(dated)::text AS dated FROM register_entries WHERE office_id = $1',
    [officeId],
  );
  return last!.dated ?? undefined;
}

/** The number stays in the register with the reason why no document carries it. */
export async function voidNumber(
  manager: EntityManager,
  by: Account,
  dispatch: Dispatch,
  reason: string,
): Promise<void> {
  await manager.update(
    RegisterEntry,
    { dispatchId: dispatch.id, voidedAt: IsNull() },
    { voidedBy: by.id, voidedAt: new Date(), voidReason: reason },
  );
  dispatch.dropNumber();
}

/**
 * The next number of the office's register (Decree 30/2020/NĐ-CP, art. 15: from 01 on 1 January to 31
 * December). The register's row stays locked until the transaction of `manager` ends, so numbers
 * follow each other without gaps; the time is read under the lock, so a later number never carries
 * an earlier date.
 */
async function nextNumber(manager: EntityManager, officeId: string): Promise<NextNumber> {
  const year = Number(vietnamDate(new Date()).slice(0, 4));
  const [row] = await manager.query<{ number: number; at: Date }[]>(
    `INSERT INTO registers AS register (office_id, year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (office_id, year) DO UPDATE SET last_number = register.last_number + 1
     RETURNING last_number AS number, clock_timestamp() AS at`,
    [officeId, year],
  );
  const { number, at } = row!;
  const date = vietnamDate(at);
  if (date.startsWith(String(year))) return { number, year, date, at };
  // The year ended while we waited for the lock.
  await manager.query(
    'UPDATE registers SET last_number = last_number - 1 WHERE office_id = $1 AND year = $2',
    [officeId, year],
  );
  return nextNumber(manager, officeId);
}
