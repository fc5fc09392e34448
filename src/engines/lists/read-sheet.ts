import {
  columnName,
  MOST_COLUMNS,
  MOST_LINES,
  tooLong,
  tooWide,
  type Cell,
  type Table,
} from './table.ts';
import { walk } from './workbook-parts.ts';
import { type Area, placeOf, areaOf, fillMerged } from './merged-cells.ts';
import { type SheetContext, cellOf } from './read-cell.ts';

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
