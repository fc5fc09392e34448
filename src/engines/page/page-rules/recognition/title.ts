import { toneOnFirstVowel } from '../../word-rules/tone-marks.ts';
import type { Located } from '../finder.ts';
import { centreOf, MM, type PrintedLine } from '../reading/printed-file.ts';
import { TYPE_NAMES } from './names.ts';
import { isTypedRule, joined, type Row } from './rows.ts';

export interface Title {
  located: Located[];
  /** `thông báo`; absent for a công văn. */
  typeName?: string;
  bottom: number;
}

const SALUTATION =
  /^(?:(?:kính (?:gửi|trình|mời|báo)|trân trọng kính mời)\s*:|[\p{L}\s]{0,80}(?<!\p{L})điện\s*:)/iu;
const MOST_LINES = 8;
const MOST_ADDRESSEES = 60;

/** Name of the type and abstract in the middle of the page, and whom the dispatch addresses. */
export function title(rows: Row[], from: number, width: number): Title {
  const result: Title = { located: [], bottom: from };
  const below = rows.filter(({ y }) => y > from - 30);
  const at = below.findIndex(({ parts }) => parts.some((line) => isTypeName(line, width)));
  if (at >= 0 && below[at]!.y < from + 150) {
    const name = below[at]!.parts.find((line) => isTypeName(line, width))!;
    result.typeName = spelling(name.text);
    result.located.push({ kind: 'type-name', place: 'Tên loại văn bản', lines: [name] });
    const lines = abstract(below.slice(at + 1), name);
    if (lines.length > 0) {
      result.located.push({ kind: 'title-abstract', place: 'Trích yếu', lines });
    }
    result.bottom = (lines.at(-1) ?? name).y;
  }
  const salutation = rows.findIndex((row) => SALUTATION.test(joined(row.parts).text));
  if (salutation >= 0) {
    const lines = addressees(rows.slice(salutation));
    lines.forEach((line, i) => {
      const place = lines.length > 1 && i > 0 ? `Kính gửi, dòng ${i}` : 'Kính gửi';
      result.located.push({ kind: 'addressee', place, lines: [line] });
    });
    result.bottom = Math.max(result.bottom, lines.at(-1)!.y);
  }
  return result;
}

const spelling = (text: string) => toneOnFirstVowel(text.toLocaleLowerCase('vi')).trim();

function isTypeName(line: PrintedLine, width: number): boolean {
  const centred = Math.abs(centreOf(line) - width / 2 - 5 * MM) < 20 * MM;
  return centred && TYPE_NAMES.includes(spelling(line.text));
}

/** As long as the lines are centred alike and of one weight. */
function abstract(rows: Row[], name: PrintedLine): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const { parts } of rows.slice(0, MOST_LINES)) {
    const line = joined(parts);
    const last = lines.at(-1) ?? name;
    const weight = (one: PrintedLine) => one.glyphs[0]!.font.bold;
    const centred = Math.abs(centreOf(line) - centreOf(name)) < 5 * MM;
    const alike = lines.length === 0 || weight(line) === weight(lines[0]!);
    const isOther =
      isTypedRule(line) ||
      /^(kính |căn cứ |điều )/iu.test(line.text) ||
      (/\p{L}{2}/u.test(line.text) && line.text === line.text.toLocaleUpperCase('vi'));
    if (!centred || !alike || isOther || line.y - last.y > 2.4 * last.size) break;
    lines.push(line);
  }
  return lines;
}

/** The line itself and, where it names nobody, the list under it. */
function addressees([first, ...rows]: Row[]): PrintedLine[] {
  const lines = [joined(first!.parts)];
  const names = lines[0]!.text.replace(SALUTATION, '').trim();
  if (names !== '' && !/^[-–]/.test(names)) return lines;
  for (const { parts } of rows) {
    const line = joined(parts);
    const last = lines.at(-1)!;
    const isNext = /^[-–+]/.test(line.text) && line.y - last.y < 3 * last.size;
    const wraps =
      lines.length > 1 && !/[;.:]$/.test(last.text) && line.y - last.y < 1.9 * last.size;
    if (!(isNext || (wraps && line.x > lines[1]!.x - 3)) || lines.length > MOST_ADDRESSEES) break;
    lines.push(line);
  }
  return lines;
}
