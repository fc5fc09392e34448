import { addDays, isWeekend } from '../../platform/time/days.ts';
import { nationalDays, type CalendarDay } from './national-days.ts';
import { vietnamDate, vietnamMoment } from '../../platform/time/vietnam-time.ts';

const START_OF_DAY = '07:30';
const NOON = '12:00';
const END_OF_DAY = '17:00';

/** “At once” of Decree 30/2020/NĐ-CP, art. 18.1, as we count it. */
const URGENT_MINUTES = 30;

/** Until when something is to be done, and the moment after which it is late. */
export interface Deadline {
  due: Date;
  limit: Date;
}

/** Which days an office works; a year it has not settled has the national days. */
export class WorkingCalendar {
  private readonly years = new Map<number, Map<string, CalendarDay>>();

  constructor(settled: ReadonlyMap<number, CalendarDay[]> = new Map()) {
    for (const [year, days] of settled) this.years.set(year, byDate(days));
  }

  /** `YYYY-MM-DD` */
  isWorkingDay(date: string): boolean {
    const special = this.year(Number(date.slice(0, 4))).get(date);
    return special ? special.kind === 'working' : !isWeekend(date);
  }

  isWorkingTime(at: Date): boolean {
    const date = vietnamDate(at);
    return (
      this.isWorkingDay(date) &&
      at >= vietnamMoment(date, START_OF_DAY) &&
      at < vietnamMoment(date, END_OF_DAY)
    );
  }

  nextWorkingDay(date: string): string {
    let next = addDays(date, 1);
    while (!this.isWorkingDay(next)) next = addDays(next, 1);
    return next;
  }

  /** The moment itself when it is worked, otherwise when work begins next. */
  nextWorkingTime(at: Date): Date {
    if (this.isWorkingTime(at)) return at;
    const date = vietnamDate(at);
    const isBefore = this.isWorkingDay(date) && at < vietnamMoment(date, START_OF_DAY);
    return vietnamMoment(isBefore ? date : this.nextWorkingDay(date), START_OF_DAY);
  }

  /** So many minutes of working time later; earlier when negative. */
  addWorkingMinutes(at: Date, minutes: number): Date {
    const way = Math.sign(minutes);
    let left = Math.abs(minutes) * 60_000;
    let moment = at.getTime();
    for (let date = vietnamDate(at); left > 0; date = addDays(date, way)) {
      if (!this.isWorkingDay(date)) continue;
      const [start, end] = [START_OF_DAY, END_OF_DAY].map((time) => +vietnamMoment(date, time));
      const from = way > 0 ? Math.max(moment, start!) : Math.min(moment, end!);
      const room = Math.max(0, way > 0 ? end! - from : from - start!);
      const used = Math.min(room, left);
      if (used > 0) moment = from + way * used;
      left -= used;
    }
    return new Date(moment);
  }

  /** The same time of day so many working days later; earlier when negative. */
  addWorkingDays(at: Date, days: number): Date {
    const way = Math.sign(days);
    let moved = 0;
    for (let left = Math.abs(days); left > 0;) {
      moved += way;
      if (this.isWorkingDay(addDays(vietnamDate(at), moved))) left -= 1;
    }
    return new Date(at.getTime() + moved * 86_400_000);
  }

  /**
   * A receiver confirms on the day of arrival (Decree 30/2020/NĐ-CP, art. 21.2c). What arrives after
   * office hours or on a day off is confirmed by the end of the next working day.
   */
  acknowledgeBy(sentAt: Date): Date {
    const date = vietnamDate(sentAt);
    const isToday = this.isWorkingDay(date) && sentAt < vietnamMoment(date, END_OF_DAY);
    return vietnamMoment(isToday ? date : this.nextWorkingDay(date), END_OF_DAY);
  }

  /**
   * Issued on the day of the signature, at the latest in the morning of the next working day
   * (Decree 30/2020/NĐ-CP, art. 18.1; Decision 28/2018/QĐ-TTg, art. 6); what is urgent at once.
   */
  issueBy(signedAt: Date, isUrgent: boolean): Deadline {
    if (isUrgent) {
      const soon = new Date(signedAt.getTime() + URGENT_MINUTES * 60_000);
      return { due: soon, limit: soon };
    }
    const date = vietnamDate(signedAt);
    const limit = vietnamMoment(this.nextWorkingDay(date), NOON);
    const evening = vietnamMoment(date, END_OF_DAY);
    return { due: this.isWorkingDay(date) && signedAt < evening ? evening : limit, limit };
  }

  /** An answer is due at the end of the day that was named. */
  replyBy(date: string): Date {
    return vietnamMoment(date, END_OF_DAY);
  }

  private year(year: number): Map<string, CalendarDay> {
    let days = this.years.get(year);
    if (!days) this.years.set(year, (days = byDate(nationalDays(year))));
    return days;
  }
}

const byDate = (days: CalendarDay[]) => new Map(days.map((day) => [day.date, day]));
