import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { nationalDays, type CalendarDay } from './national-days.ts';
import { record } from '../journal/journal.ts';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { StoredCalendarDay } from './calendar-day.entity.ts';
import { CalendarYear } from './calendar-year.entity.ts';

export interface YearOfDays {
  year: number;
  days: CalendarDay[];
  settled: CalendarYear | null;
}

/** The days an office does not work, or works though its weekday says otherwise. */
@Injectable()
export class HolidaysService {
  constructor(private readonly database: DataSource) {}

  async year({ officeId }: Account, year: number): Promise<YearOfDays> {
    const { manager } = this.database;
    const settled = await manager.findOne(CalendarYear, {
      where: { officeId, year },
      relations: { settler: true },
    });
    if (!settled) return { year, days: nationalDays(year), settled };
    const where = { officeId, year };
    return {
      year,
      days: await manager.find(StoredCalendarDay, { where, order: { date: 1 } }),
      settled,
    };
  }

  /** Deadlines that were told to recipients stay; what is issued from now on goes by these days. */
  async settle(by: Account, year: number, days: CalendarDay[]): Promise<YearOfDays> {
    requireDaysOf(year, days);
    const { officeId } = by;
    await this.database.transaction(async (manager) => {
      await manager.upsert(
        CalendarYear,
        { officeId, year, settledBy: by.id, settledAt: new Date() },
        ['officeId', 'year'],
      );
      await manager.delete(StoredCalendarDay, { officeId, year });
      const rows = days.map((day) => ({ ...day, officeId, year }));
      if (rows.length > 0) await manager.insert(StoredCalendarDay, rows);
      await record(manager, by, 'calendar-settled', officeId, { year, days });
    });
    return this.year(by, year);
  }
}

function requireDaysOf(year: number, days: CalendarDay[]): void {
  const other = days.find(({ date }) => !date.startsWith(`${year}-`));
  const twice = days.find(({ date }, index) => days.findIndex((day) => day.date === date) < index);
  const message = other
    ? `Ngày ${other.date} không thuộc năm ${year}.`
    : twice && `Ngày ${twice.date} ghi hai lần.`;
  if (message) throw new InvalidInput([{ path: 'days', message }]);
}
