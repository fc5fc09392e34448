import type { Gap, RegisterLine } from './register.schemas.ts';

/** The numbers a year must have in a period: from the one after what came before to the last one given. */
export interface Span {
  year: number;
  first: number;
  last: number;
}

const UNEXPLAINED = 'không có trong sổ và không rõ vì sao. Báo quản trị viên kiểm tra nhật ký.';
const OPEN = 'đã lấy, văn bản chưa phát hành.';

/** Every number of `spans` that no issued document carries; neighbours with one reason are one gap. */
export function gapsIn(
  spans: Span[],
  lines: Pick<RegisterLine, 'year' | 'number' | 'fate' | 'note'>[],
): Gap[] {
  const known = new Map(lines.map((line) => [`${line.year}/${line.number}`, line]));
  const gaps: Gap[] = [];
  for (const { year, first, last } of spans) {
    for (let number = first; number <= last; number += 1) {
      const line = known.get(`${year}/${number}`);
      if (line?.fate === 'issued') continue;
      const fate = line ? line.fate : 'missing';
      const reason = fate === 'void' ? line!.note : fate === 'open' ? OPEN : UNEXPLAINED;
      const before = gaps.at(-1);
      const goesOn =
        before?.year === year && before.last === number - 1 && before.reason === reason;
      if (goesOn) before.last = number;
      else gaps.push({ year, first: number, last: number, fate, reason });
    }
  }
  return gaps;
}
