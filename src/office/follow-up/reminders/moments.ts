import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { ReminderStep } from './reminder-step.entity.ts';

type Timing = Pick<ReminderStep, 'amount' | 'unit' | 'counted'>;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MINUTES = { minutes: 1, hours: 60, days: 1440 };
/** Longest stretch of days off that is reckoned with. */
const LONG_REST = 14;

/** When a step falls due for this deadline, be it worked or not. */
export function momentOf(timing: Timing, deadline: Date, calendar: WorkingCalendar): Date {
  const { amount, unit, counted } = timing;
  if (counted === 'clock') return new Date(+deadline + amount * MINUTES[unit] * MINUTE);
  if (unit === 'days') return calendar.addWorkingDays(deadline, amount);
  return calendar.addWorkingMinutes(deadline, amount * MINUTES[unit]);
}

/** No deadline for which a step is due now lies further off than this: milliseconds, never too few. */
export function reachOf({ amount, unit, counted }: Timing): number {
  const minutes = Math.abs(amount) * MINUTES[unit];
  if (counted === 'clock') return minutes * MINUTE;
  const days = unit === 'days' ? Math.abs(amount) : minutes / 480;
  return (2 * days + LONG_REST) * DAY;
}

/** A step that fell due longer ago than this, while the machine was off, is not taken any more. */
export const STALE_MS = 14 * DAY;

/** A time in which the run of a dispatch stood still; open until it goes on. */
export interface Pause {
  pausedAt: Date;
  endedAt: Date | null;
}

/** A step is too old to be taken. The time of pauses does not count: the clerk wanted them. */
export function isStale(at: Date, now: Date, pauses: Pause[]): boolean {
  const paused = pauses.reduce((sum, { pausedAt, endedAt }) => {
    const [from, to] = [Math.max(+at, +pausedAt), Math.min(+now, +(endedAt ?? now))];
    return sum + Math.max(0, to - from);
  }, 0);
  return +now - +at - paused > STALE_MS;
}

/** Nobody is reminded within an hour of getting the dispatch. */
export const GRACE_MINUTES = 60;
