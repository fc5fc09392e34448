import { vietnamDate, vietnamMoment } from './vietnam-time.ts';

/**
 * Public holidays with a fixed date, and since which year: Labour Code 45/2019/QH14, art. 112;
 * 24 November by Resolution 28/2026/QH16. Lunar holidays and swapped days are announced yearly.
 */
const FIXED_HOLIDAYS: Record<string, number> = {
  '01-01': 0,
  '04-30': 0,
  '05-01': 0,
  '09-02': 0,
  '11-24': 2026,
};

const END_OF_DAY = '17:00';

/** `date` is `YYYY-MM-DD`. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const since = FIXED_HOLIDAYS[date.slice(5)];
  const isHoliday = since !== undefined && Number(date.slice(0, 4)) >= since;
  return weekday !== 0 && weekday !== 6 && !isHoliday;
}

function nextDay(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/**
 * A receiver confirms on the day of arrival (Decree 30/2020/NĐ-CP, art. 21.2c). What arrives after
 * office hours or on a day off is confirmed by the end of the next working day.
 */
export function acknowledgeBy(sentAt: Date): Date {
  let date = vietnamDate(sentAt);
  if (sentAt >= vietnamMoment(date, END_OF_DAY)) date = nextDay(date);
  while (!isWorkingDay(date)) date = nextDay(date);
  return vietnamMoment(date, END_OF_DAY);
}
