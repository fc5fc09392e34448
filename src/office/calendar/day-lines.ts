import { addDays } from '../../platform/time/days.ts';
import type { CalendarDay } from './national-days.ts';
import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { FieldError } from '../../platform/web/invalid-input.ts';

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const LINE = new RegExp(
  String.raw`^${DATE}(?:\s*(?:-|–|đến)\s*${DATE})?\s*[:,]?\s*(nghỉ|làm)(?!\p{L})[\s:,]*(.*)$`,
  'iu',
);
const LONGEST = 31;
/** A day of the year on each. */
const MOST_LINES = 366;

const WORDS = { holiday: 'nghỉ', working: 'làm' };

/** One day a line: `30/04/2026 nghỉ Ngày Chiến thắng`, `22/08/2026 làm Làm bù ngày 31/08/2026`. */
export const linesOf = (days: CalendarDay[]): string =>
  days.map(({ date, kind, name }) => `${shortDate(date)} ${WORDS[kind]} ${name}`).join('\n');

/** Reads such lines, also `16/02/2026-20/02/2026 nghỉ Tết`; says of each one what is wrong with it. */
export function daysOf(text: string, year: number): { days: CalendarDay[]; faults: FieldError[] } {
  const days = new Map<string, CalendarDay>();
  const faults: FieldError[] = [];
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) {
    const message = `Nhiều quá ${MOST_LINES} dòng: mỗi ngày của năm chỉ một dòng.`;
    return { days: [], faults: [{ path: 'days', message }] };
  }
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    const wrong = (message: string) =>
      void faults.push({ path: 'days', message: `Dòng ${index + 1}: ${message}` });
    const found = LINE.exec(line.trim());
    if (!found) {
      wrong('ghi ngày, chữ “nghỉ” hoặc “làm”, rồi tên; ví dụ “30/04/2026 nghỉ Ngày Chiến thắng”.');
      continue;
    }
    const [from, to] = [dateOf(found.slice(1, 4)), dateOf(found.slice(4, 7))];
    const kind = found[7]!.toLowerCase() === 'nghỉ' ? 'holiday' : 'working';
    const name = found[8]!.trim() || (kind === 'holiday' ? 'Ngày nghỉ' : 'Làm bù');
    if (!from || to === null) wrong('không có ngày này trong lịch.');
    else if (!from.startsWith(`${year}-`) || (to && !to.startsWith(`${year}-`))) {
      wrong(`không thuộc năm ${year}; ghi ở trang của năm ấy.`);
    } else if (to && (to < from || to > addDays(from, LONGEST))) {
      wrong(`ngày cuối phải sau ngày đầu, không quá ${LONGEST} ngày.`);
    } else {
      for (let date = from; date <= (to ?? from); date = addDays(date, 1)) {
        if (days.has(date)) wrong(`ngày ${shortDate(date)} đã có ở dòng trên.`);
        days.set(date, { date, kind, name });
      }
    }
  }
  return { days: [...days.values()].toSorted((a, b) => a.date.localeCompare(b.date)), faults };
}

/** Undefined where nothing was written, null where there is no such day. */
function dateOf([day, month, year]: (string | undefined)[]): string | undefined | null {
  if (day === undefined) return undefined;
  const date = `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
