import { dayOf, isDateFormat } from './number-format.ts';
import {
  columnName,
  isErrorValue,
  MOST_COLUMNS,
  MOST_LINES,
  tooLong,
  tooWide,
  type Cell,
  type Table,
} from './table.ts';
import { unescaped, walk } from './workbook-parts.ts';

export interface SheetContext {
  is1904: boolean;
  /** By the style a cell names. */
  formats: string[];
  strings: string[];
}

interface Area {
  ref: string;
  from: { line: number; column: number };
  to: { line: number; column: number };
}

/** The cells of one sheet that hold something (ECMA-376 part 1, 18.3.1). */
export function readSheet(part: Buffer | undefined, context: SheetContext): Table {
  const rows = new Map<number, Cell[]>();
  const merged: Area[] = [];
  const hidden = { lines: 0, columns: new Set<number>() };
  let [line, column] = [0, -1];
  let row = { isHidden: false, isEmpty: true };
  let cell: { type: string; format: string; value: string; isFormula: boolean } | undefined;
  let [isValue, phonetic] = [false, 0];
  walk(part, {
    open: (name, at) => {
      if (name === 'row') {
        line = at.r ? Number(at.r) : line + 1;
        column = -1;
        row = { isHidden: /^(?:1|true)$/.test(at.hidden ?? ''), isEmpty: true };
      } else if (name === 'c') {
        column = at.r ? placeOf(at.r).column : column + 1;
        const format = context.formats[Number(at.s ?? 0)] ?? 'General';
        cell = { type: at.t ?? 'n', format, value: '', isFormula: false };
      } else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'v' || name === 't') isValue = phonetic === 0;
      else if (name === 'mergeCell' && at.ref) merged.push(areaOf(at.ref));
      else if (name === 'col' && /^(?:1|true)$/.test(at.hidden ?? '')) {
        const last = Math.min(Number(at.max), MOST_COLUMNS);
        for (let each = Number(at.min); each <= last; each += 1) hidden.columns.add(each - 1);
      }
    },
    text: (data) => {
      if (isValue && cell) cell.value += data;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'c' || !cell) return;
      const read = cellOf(cell, context);
      cell = undefined;
      if (!read.text && !read.fault) return;
      if (column >= MOST_COLUMNS) throw tooWide();
      if (row.isEmpty && row.isHidden) hidden.lines += 1;
      row.isEmpty = false;
      const cells = rows.get(line) ?? [];
      cells[column] = read;
      rows.set(line, cells);
      if (rows.size > MOST_LINES + 1) throw tooLong();
    },
  });
  const notes = [...fillMerged(rows, merged), ...hiddenNotes(hidden)];
  const lines = [...rows.keys()].toSorted((a, b) => a - b);
  return {
    notes,
    lines: lines.map((at) => ({
      line: at,
      cells: Array.from(rows.get(at)!, (each): Cell => each ?? { text: '' }),
    })),
  };
}

function cellOf(
  {
    type,
    format,
    value,
    isFormula,
  }: { type: string; format: string; value: string; isFormula: boolean },
  { strings, is1904 }: SheetContext,
): Cell {
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'e') return { text: value, fault: errorWords(value) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', fault: NO_WORDS };
  if (type === 'd') return { text: value.slice(0, 10), format: 'yyyy-mm-dd' };
  if (type !== 'n') return textCell(unescaped(value));
  const number = value.trim();
  if (number === '') return isFormula ? { text: '', fault: NOT_RECKONED } : { text: '' };
  if (!isDateFormat(format)) return { text: plainNumber(number), format };
  const day = dayOf(Number(number), is1904);
  return day ? { text: day, format } : { text: number, fault: NO_DAY };
}

const NOT_RECKONED = 'Ô này là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi tải lên.';
const NO_WORDS =
  'Ô này là giá trị đúng/sai (TRUE, FALSE), không phải chữ. Ghi lại thành chữ hoặc xóa ô.';
const NO_DAY = 'Ô này không phải một ngày. Ghi lại ngày dạng NĂM-THÁNG-NGÀY.';

const errorWords = (value: string) =>
  `Ô này là lỗi ${value} của bảng tính. Sửa công thức hoặc xóa ô rồi tải lại.`;

export const textCell = (raw: string): Cell => {
  const text = raw.trim();
  return isErrorValue(text) ? { text, fault: errorWords(text) } : { text };
};

/** `1.2E+3` in the file is 1200 on the screen. */
const plainNumber = (value: string): string =>
  /e/i.test(value) && Number.isSafeInteger(Number(value)) ? String(Number(value)) : value;

function placeOf(ref: string): { line: number; column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column: column - 1 };
}

function areaOf(ref: string): Area {
  const [from = ref, to = from] = ref.split(':');
  return { ref, from: placeOf(from), to: placeOf(to) };
}

/** A value that stands in several lines is that of each; one that lies across columns is nobody's. */
function fillMerged(rows: Map<number, Cell[]>, areas: Area[]): string[] {
  const header = Math.min(...rows.keys());
  const filled: string[] = [];
  for (const { ref, from, to } of areas) {
    const value = rows.get(from.line)?.[from.column];
    if (!value || from.line <= header) continue;
    if (from.column !== to.column) {
      value.fault ??= `Ô gộp ${ref} nằm trên nhiều cột nên không biết giá trị của cột nào. Bỏ gộp ô rồi điền từng ô.`;
      continue;
    }
    filled.push(ref);
    for (const line of rows.keys()) {
      if (line > from.line && line <= to.line) rows.get(line)![from.column] = value;
    }
  }
  if (filled.length === 0) return [];
  const some = filled.slice(0, 5).join(', ') + (filled.length > 5 ? '…' : '');
  return [`Có ${filled.length} ô gộp (${some}): giá trị được lấy cho mọi dòng của ô gộp.`];
}

function hiddenNotes({ lines, columns }: { lines: number; columns: Set<number> }): string[] {
  const notes: string[] = [];
  if (lines > 0)
    notes.push(`Có ${lines} dòng đang ẩn (hoặc bị lọc) trong trang tính, vẫn được đọc.`);
  if (columns.size > 0) {
    const names = [...columns].slice(0, 10).map(columnName).join(', ');
    notes.push(`Cột đang ẩn vẫn được đọc: ${names}.`);
  }
  return notes;
}
