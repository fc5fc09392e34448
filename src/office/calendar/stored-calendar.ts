import type { EntityManager } from 'typeorm';
import type { CalendarDay } from './national-days.ts';
import { WorkingCalendar } from './working-calendar.ts';

/** The working days of an office. */
export async function readCalendar(
  manager: EntityManager,
  officeId: string,
): Promise<WorkingCalendar> {
  const years = await manager.query<{ year: number; days: CalendarDay[] }[]>(
    `SELECT settled.year,
            coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name)
                              ORDER BY date) FILTER (WHERE date IS NOT NULL), '[]') AS days
     FROM calendar_years settled LEFT JOIN calendar_days USING (office_id, year)
     WHERE office_id = $1 GROUP BY settled.year`,
    [officeId],
  );
  return new WorkingCalendar(new Map(years.map(({ year, days }) => [year, days])));
}
