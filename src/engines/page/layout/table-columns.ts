import type { Block, Run } from '../body.ts';
import type { FontFamily } from '../fonts/font-family.ts';
import { runStyle } from '../printed-texts.ts';
import { RenderError } from '../render-error.ts';
import { MM, TEXT_WIDTH } from './measures.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** White at the left and right of every cell. */
export const PADDING = 4;
const NARROWEST = 9 * MM;
/** Tried in this order until the longest word of every column fits. */
const SIZES = [13, 12, 11, 10];

/** Widths that fill the text area: natural where there is room, else shared by need above the longest word. */
export function columnWidths(fonts: FontFamily, table: Table): { size: number; widths: number[] } {
  const count = table.columns.length;
  const most = Math.floor(TEXT_WIDTH / NARROWEST);
  if (count > most) {
    throw new RenderError(
      'table-too-wide',
      `Bảng có ${count} cột, rộng hơn trang giấy: trang A4 đứng chứa được nhiều nhất ${most} cột. ` +
        'Hãy tách thành nhiều bảng hoặc đưa vào phụ lục.',
    );
  }
  for (const size of SIZES) {
    const needs = columnNeeds(fonts, table, size);
    const least = sum(needs.map((need) => need.least));
    if (least <= TEXT_WIDTH) return { size, widths: share(needs) };
  }
  // No size keeps the longest words whole: they are cut inside their columns.
  const size = SIZES.at(-1)!;
  const capped = columnNeeds(fonts, table, size).map(({ least, natural }) => ({
    least: Math.min(least, TEXT_WIDTH / count),
    natural: Math.max(natural, TEXT_WIDTH / count),
  }));
  return { size, widths: share(capped) };
}

interface Need {
  /** Width of the longest word. */
  least: number;
  /** Width of the longest cell on one line. */
  natural: number;
}

function columnNeeds(fonts: FontFamily, table: Table, size: number): Need[] {
  return table.columns.map((_, column) => {
    const need: Need = { least: NARROWEST, natural: NARROWEST };
    const measure = (runs: Run[], bold: boolean) => {
      const style = (run: Run) => (bold ? 'bold' : runStyle(run));
      const widths = runs.map((run) => fonts[style(run)].width(run.text, size));
      need.natural = Math.max(need.natural, sum(widths) + 2 * PADDING + 0.1);
      for (const run of runs) {
        for (const word of run.text.split(' ')) {
          const width = fonts[style(run)].width(word, size) + 2 * PADDING + 0.1;
          need.least = Math.max(need.least, width);
        }
      }
    };
    measure(table.head[column]!, true);
    for (const row of table.rows) measure(row[column]!, false);
    return need;
  });
}

function share(needs: Need[]): number[] {
  const natural = sum(needs.map((need) => need.natural));
  if (natural <= TEXT_WIDTH) return needs.map((need) => (need.natural * TEXT_WIDTH) / natural);
  const least = sum(needs.map((need) => need.least));
  const spare = (TEXT_WIDTH - least) / (natural - least);
  return needs.map((need) => need.least + (need.natural - need.least) * spare);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
