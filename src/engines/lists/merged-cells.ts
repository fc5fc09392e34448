import type { Cell } from './table.ts';

export interface Area {
  ref: string;
  from: { line: number; column: number };
  to: { line: number; column: number };
}

export function placeOf(ref: string): { line: number; column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column: column - 1 };
}

export function areaOf(ref: string): Area {
  const [from = ref, to = from] = ref.split(':');
  return { ref, from: placeOf(from), to: placeOf(to) };
}

/** A value that stands in several lines is that of each; one that lies across columns is nobody's. */
export function fillMerged(rows: Map<number, Cell[]>, areas: Area[]): string[] {
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
