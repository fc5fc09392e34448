const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** The calendar date in Vietnam at this moment, `YYYY-MM-DD`. */
export const vietnamDate = (at: Date): string => CALENDAR.format(at);

/** `16:55 05/03/2024`, in Vietnam. */
export function vietnamTime(at: Date): string {
  const part = Object.fromEntries(CLOCK.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}

/** `2024-03-05T16:55`, in Vietnam, as a form's control has it. */
export const wallClock = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

/** `05/03/2024` from `2024-03-05`. */
export const shortDate = (date: string): string => date.split('-').reverse().join('/');

/** The moment a wall clock in Vietnam (+07:00, no summer time) shows `time` (`HH:MM`) on `date`. */
export const vietnamMoment = (date: string, time: string): Date =>
  new Date(`${date}T${time}:00+07:00`);
