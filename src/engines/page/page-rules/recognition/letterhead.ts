import { squeezed } from '../../squeezed.ts';
import { toneOnFirstVowel } from '../../word-rules/tone-marks.ts';
import type { ComponentKind } from '../component-forms.ts';
import type { Located } from '../finder.ts';
import { centreOf, type PrintedFont, type PrintedLine } from '../reading/printed-file.ts';
import { isTypedRule, joined, type Row } from './rows.ts';

/** What is recognised at the head of page 1. */
export interface Letterhead {
  located: Located[];
  /** Digits of the number and the symbol; the number is empty while it is open. */
  number?: { number: string; symbol: string };
  /** `Hưng Yên`, and what is written after `ngày`, `tháng` and `năm`. */
  date?: { place: string; day: string; month: string; year: string };
  circulation?: string;
  /** All names of agencies above the number, where nothing tells the issuing body apart. */
  agencies?: string;
  /** Where it ends. */
  bottom: number;
}

const MOTTO = /^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc\.?$/iu;
const NUMBER = /^số\s*:?\s*([\d./…\s]*?)\s*\/\s*(\S.*)?$/iu;
const DATE =
  /^([^,]{0,60}?)\s*[,.]?\s*ngày\s*([\d.…_]*)\s*tháng\s*([\d.…_]*)\s*năm\s*([\d.…_]*)$/iu;
const ABSTRACT = /^(v\s*\/\s*v|về việc)(?!\p{L})/iu;
const URGENCY = /^(KHẨN|THƯỢNG KHẨN|HỎA TỐC|HOẢ TỐC)$/u;
const CIRCULATION = /^(XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ)$/iu;

const NATION = squeezed('cộng hòa xã hội chủ nghĩa việt nam');
const asNation = (text: string) =>
  toneOnFirstVowel(text.toLocaleLowerCase('vi')).replace(/[\s.]+/g, '');
export const isNation = ({ text }: PrintedLine): boolean => asNation(text) === NATION;

/** The national name, also where a wide font has put its end on the next line; empty where there is none. */
function nationIn(parts: PrintedLine[]): PrintedLine[] {
  for (const line of parts) {
    const text = asNation(line.text);
    if (text === NATION) return [line];
    if (text.length < NATION.length / 2 || !NATION.startsWith(text)) continue;
    const rest = parts.find(
      (one) => one.y > line.y && one.y - line.y < 2 * line.size && isUnderLine(one, line),
    );
    if (rest && text + asNation(rest.text) === NATION) return [line, rest];
  }
  return [];
}

const isUnderLine = (line: PrintedLine, above: PrintedLine) =>
  line.x < above.right && line.right > above.x;

const located = (kind: ComponentKind, place: string, lines: PrintedLine[]): Located => ({
  kind,
  place,
  lines,
});

/** `rows` are those of page 1 from the top; `whole` has what is filled in later, too. */
export function letterhead(
  rows: Row[],
  whole: Row[],
  page: { width: number; height: number },
): Letterhead {
  const upper = (all: Row[]) => all.filter(({ y }) => y < page.height / 2);
  const middle = page.width / 2;
  const parts = upper(rows).flatMap((row) => row.parts);
  const result: Letterhead = { located: [], bottom: 0 };
  const add = (kind: ComponentKind, place: string, lines: PrintedLine[]) => {
    if (lines.length > 0) result.located.push(located(kind, place, lines));
  };
  const nationLines = nationIn(parts);
  const [nation] = nationLines;
  const motto = parts.find(({ text }) => MOTTO.test(text));
  const opening = nation ?? motto;
  const right = opening && centreOf(opening) > middle ? opening.x : middle;
  const isLeft = (line: PrintedLine) => centreOf(line) < Math.min(middle, right + 20);
  const side = (row: Row, left: boolean) => row.parts.filter((line) => isLeft(line) === left);
  add('national-name', 'Quốc hiệu', nationLines);
  add('motto', 'Tiêu ngữ', motto ? [motto] : []);

  const number = first(
    upper(whole),
    (row) => whenMatches(side(row, true), NUMBER) ?? whenMatches(row.parts, NUMBER),
  );
  if (number) {
    add('number', 'Số, ký hiệu', [number.line]);
    const [, digits = '', symbol = ''] = number.match;
    result.number = { number: digits.replace(/\D/g, ''), symbol: symbol.trim() };
  }
  const date = first(
    upper(whole),
    (row) => whenMatches(side(row, false), DATE) ?? whenMatches(row.parts, DATE),
  );
  if (date) {
    add('place-and-date', 'Địa danh, ngày tháng', [date.line]);
    const [, place = '', day = '', month = '', year = ''] = date.match;
    const digits = (words: string) => words.replace(/\D/g, '');
    result.date = { place, day: digits(day), month: digits(month), year: digits(year) };
  }

  const top = nation ? nation.y - 2 * nation.size : 0;
  const below = number?.line.y ?? date?.line.y ?? 0;
  const names = parts.filter(
    (line) =>
      isLeft(line) &&
      !nationLines.includes(line) &&
      line !== motto &&
      line.y > top &&
      line.y < below - 2 &&
      !isTypedRule(line),
  );
  if (boldAmong(names).length === 0) result.agencies = names.map(({ text }) => text).join(' ');
  for (const [kind, place, lines] of agencies(names.filter(({ text }) => !URGENCY.test(text)))) {
    add(kind, place, lines);
  }
  const [left, all] = [
    abstract(parts.filter(isLeft), below),
    abstract(parts, below, /^v\s*\/\s*v(?!\p{L})/iu),
  ];
  add('letter-abstract', 'Trích yếu', left.length > 0 ? left : all);
  add(
    'urgency',
    'Dấu chỉ mức độ khẩn',
    parts.filter(({ text }) => URGENCY.test(text)),
  );
  result.circulation = parts.find(({ text }) => CIRCULATION.test(text))?.text;
  result.bottom = Math.max(0, ...result.located.flatMap(({ lines }) => lines).map(({ y }) => y));
  return result;
}

function first<Found>(rows: Row[], find: (row: Row) => Found | undefined): Found | undefined {
  for (const row of rows) {
    const found = find(row);
    if (found !== undefined) return found;
  }
  return undefined;
}

function whenMatches(parts: PrintedLine[], pattern: RegExp) {
  if (parts.length === 0) return undefined;
  for (const line of [joined(parts), ...parts]) {
    const match = pattern.exec(line.text);
    if (match) return { line, match };
  }
  return undefined;
}

/** More than half of its letters are so. */
const mostly = (line: PrintedLine, isSo: (font: PrintedFont) => boolean) => {
  const letters = line.glyphs.filter(({ character }) => /\p{L}/u.test(character));
  return letters.filter(({ font }) => isSo(font)).length > letters.length / 2;
};
const isBold = (line: PrintedLine) => mostly(line, ({ bold }) => bold);
const isLight = (line: PrintedLine) => mostly(line, ({ bold, isNamed }) => isNamed && !bold);

/** Beside lines that are light for sure, those of which it is not known are the bold ones: a browser has drawn them. */
const boldAmong = (lines: PrintedLine[]) =>
  lines.some(isLight) ? lines.filter((line) => !isLight(line)) : lines.filter(isBold);

/** The issuing body is the bold end of the left column; where nothing tells it apart, its last line is it for sure. */
function agencies(lines: PrintedLine[]): [ComponentKind, string, PrintedLine[]][] {
  const issuing: [ComponentKind, string] = ['issuing-body', 'Tên cơ quan ban hành'];
  const parent: [ComponentKind, string] = ['parent-body', 'Tên cơ quan chủ quản'];
  if (lines.length === 0) return [];
  const bold = boldAmong(lines);
  const light = lines.findLastIndex((line) => !bold.includes(line)) + 1;
  const from = light > 0 ? light : lines.findIndex((line, i) => i > 0 && isUnder(line, lines[0]!));
  if (from < 0) return [[...issuing, lines]];
  if (from === lines.length) return [[...issuing, lines.slice(-1)]];
  return [
    [...parent, lines.slice(0, from)],
    [...issuing, lines.slice(from)],
  ];
}

/** Both are bold, and their names tell that the one belongs to the other. */
const isUnder = (line: PrintedLine, first: PrintedLine) =>
  /^(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BỘ|TỔNG CỤC|SỞ) /u.test(first.text) &&
  /^(SỞ|PHÒNG|VĂN PHÒNG|BAN|TRƯỜNG|TRUNG TÂM|CHI CỤC|CỤC|BỆNH VIỆN|THANH TRA) /u.test(line.text);

/** `V/v …` and the lines under it. */
function abstract(parts: PrintedLine[], above: number, opening = ABSTRACT): PrintedLine[] {
  const below = parts.filter(({ y }) => y > above + 2);
  const from = below.findIndex(({ text }) => opening.test(text));
  if (from < 0 || (above > 0 && below[from]!.y - above > 80)) return [];
  const lines = [below[from]!];
  for (const line of below.slice(from + 1)) {
    const last = lines.at(-1)!;
    const goesOn = line.y - last.y < 1.9 * last.size && Math.abs(line.size - last.size) < 0.6;
    const centred = Math.abs(centreOf(line) - centreOf(lines[0]!)) < 40;
    if (!goesOn || !centred || /^kính (gửi|trình|mời)/iu.test(line.text)) break;
    lines.push(line);
  }
  return lines;
}
