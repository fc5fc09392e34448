import { addDays, isWeekend } from '../../platform/time/days.ts';
import { fromLunar } from './lunar.ts';
import { shortDate } from '../../platform/time/vietnam-time.ts';

export const DAY_KINDS = ['holiday', 'working'] as const;

/** A day that is not what its weekday says: nobody works, or everybody does. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  kind: (typeof DAY_KINDS)[number];
  name: string;
}

/** The first of the five days of Tết, which is announced for each year. */
const TET_BEGINS: Record<number, string> = {
  2024: '2024-02-08',
  2025: '2025-01-27',
  2026: '2026-02-16',
};

/** Days off that are worked on another day, as announced for each year: off, worked. */
const SWAPPED: Record<number, [string, string][]> = {
  2024: [['2024-04-29', '2024-05-04']],
  2025: [['2025-05-02', '2025-04-26']],
  2026: [
    ['2026-01-02', '2026-01-10'],
    ['2026-08-31', '2026-08-22'],
  ],
};

/** Years whose days the State has announced; of others this is what to expect. */
export const isAnnounced = (year: number): boolean => year in TET_BEGINS;

/**
 * Public holidays: Labour Code 45/2019/QH14, art. 112; 24 November by Resolution 28/2026/QH16. One
 * that falls on a day off is made up for on the next working day (art. 111.3).
 */
export function nationalDays(year: number): CalendarDay[] {
  const holidays = new Map<string, string>(statutory(year));
  for (const [date, name] of statutory(year)) {
    if (!isWeekend(date)) continue;
    let next = date;
    while (isWeekend(next) || holidays.has(next)) next = addDays(next, 1);
    holidays.set(next, `Nghỉ bù ${name}`);
  }
  const days: CalendarDay[] = [...holidays].map(([date, name]) => ({
    date,
    kind: 'holiday',
    name,
  }));
  for (const [off, worked] of SWAPPED[year] ?? []) {
    days.push({ date: off, kind: 'holiday', name: `Nghỉ, làm bù ngày ${shortDate(worked)}` });
    days.push({ date: worked, kind: 'working', name: `Làm bù ngày ${shortDate(off)}` });
  }
  return days.toSorted((one, other) => one.date.localeCompare(other.date));
}

function statutory(year: number): [string, string][] {
  const tet = TET_BEGINS[year] ?? addDays(fromLunar(year, 1, 1), -1);
  const national = `${year}-09-02`;
  const weekday = new Date(`${national}T00:00:00Z`).getUTCDay();
  // The day before or after; the one that makes the longer rest is what gets announced.
  const beside = addDays(national, weekday === 1 || weekday === 4 ? 1 : -1);
  return [
    [`${year}-01-01`, 'Tết Dương lịch'],
    ...[0, 1, 2, 3, 4].map((day): [string, string] => [addDays(tet, day), 'Tết Nguyên đán']),
    [fromLunar(year, 3, 10), 'Giỗ Tổ Hùng Vương'],
    [`${year}-04-30`, 'Ngày Chiến thắng'],
    [`${year}-05-01`, 'Ngày Quốc tế lao động'],
    ...[beside, national].toSorted().map((day): [string, string] => [day, 'Quốc khánh']),
    ...(year >= 2026 ? [[`${year}-11-24`, 'Ngày Văn hóa Việt Nam'] as [string, string]] : []),
  ];
}
