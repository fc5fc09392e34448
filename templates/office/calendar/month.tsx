import { isWeekend } from '../../../src/platform/time/days.ts';
import type { CalendarDay } from '../../../src/office/calendar/national-days.ts';

const WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** One month as weeks from Monday; the list below says the same in words. */
export function Month({
  year,
  month,
  days,
  today,
}: {
  year: number;
  /** From 0. */
  month: number;
  days: CalendarDay[];
  today: string;
}) {
  const first = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const weeks = Array.from({ length: Math.ceil((first + length) / 7) }, (_, week) =>
    WEEKDAYS.map((_name, weekday) => week * 7 + weekday - first + 1),
  );
  return (
    <table class="month">
      <caption>Tháng {month + 1}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (day < 1 || day > length) return <td key={day} />;
              const date = new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
              const special = days.find((one) => one.date === date);
              const kind = special?.kind ?? (isWeekend(date) ? 'weekend' : undefined);
              return (
                <td
                  key={day}
                  class={kind}
                  title={special?.name}
                  aria-current={date === today ? 'date' : undefined}
                >
                  {day}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
