/** Vietnam has no summer time (+07:00). */
const OFFSET = 7 * 3_600_000;

/** `2024-03-05T16:55`, in Vietnam, as a form's control has it. */
export const wallClock = (at: Date): string =>
  new Date(at.getTime() + OFFSET).toISOString().slice(0, 16);

/** The calendar date in Vietnam at this moment, `YYYY-MM-DD`. */
export const vietnamDate = (at: Date): string => wallClock(at).slice(0, 10);

/** `16:55 05/03/2024`, in Vietnam. */
export function vietnamTime(at: Date): string {
  const [date, time] = wallClock(at).split('T');
  return `${time} ${shortDate(date!)}`;
}

/** `05/03/2024` from `2024-03-05`. */
export const shortDate = (date: string): string => date.split('-').reverse().join('/');

/** The moment a wall clock in Vietnam shows `time` (`HH:MM`) on `date`. */
export const vietnamMoment = (date: string, time: string): Date =>
  new Date(`${date}T${time}:00+07:00`);
