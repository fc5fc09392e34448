import { joined, type Row } from './rows.ts';
import type { PrintedBox, PrintedFile } from '../reading/printed-file.ts';

const THIN = 2.5;

/** Rows of tables, as far as their lines are drawn, and the address at the foot of page 1: no running text. */
export function standsApart(file: PrintedFile): (row: Row) => boolean {
  const uprights = new Map<number, PrintedBox[]>();
  for (const box of file.paths) {
    if (box.right - box.x >= THIN || box.bottom - box.top <= 8) continue;
    uprights.set(box.page, [...(uprights.get(box.page) ?? []), box]);
  }
  const foot = footRule(file);
  return (row) => {
    const line = joined(row.parts);
    const middle = line.y - 0.3 * line.size;
    const beside = (uprights.get(row.page) ?? []).filter(
      ({ top, bottom }) => top < middle && bottom > middle,
    );
    const isCell =
      beside.some(({ x }) => x < line.x + 2) && beside.some(({ right }) => right > line.right - 2);
    return isCell || (row.page === 1 && foot !== undefined && row.y > foot.top);
  };
}

/** Box 13 stands under a rule as wide as the text (Annex I, III.4). */
function footRule({ pages, paths }: PrintedFile): PrintedBox | undefined {
  const { width, height } = pages[0]!;
  return paths.find(
    ({ page, x, right, top, bottom }) =>
      page === 1 && bottom - top < THIN && right - x > 0.6 * width && top > 0.75 * height,
  );
}
