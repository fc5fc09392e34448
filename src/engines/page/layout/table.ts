import type { Block, ColumnAlignment, Run } from '../body.ts';
import { runStyle } from '../printed-texts.ts';
import type { LayoutContext } from './context.ts';
import type {
  Band,
  Drawing,
  Mark,
  Rule,
  StructureElement,
  StyledText,
  TextLine,
} from './display-list.ts';
import { breakFirstFit } from './line-breaking.ts';
import { ASCENT, MARGIN, TEXT_HEIGHT, TEXT_WIDTH } from './measures.ts';
import { lineHeight, textLine } from './set-text.ts';
import { columnWidths, PADDING } from './table-columns.ts';
import { splitWords } from './words.ts';

type Table = Extract<Block, { kind: 'table' }>;

const PADDING_TOP = 3;
/** A row higher than this is cut between lines. */
const MAX_ROW_HEIGHT = TEXT_HEIGHT / 3;

interface Grid {
  context: LayoutContext;
  size: number;
  widths: number[];
  alignments: ColumnAlignment[];
}

/** A ruled table across the text area; its head is printed again on every page it reaches. */
export function table(context: LayoutContext, block: Table, gap: number): Band[] {
  const { size, widths } = columnWidths(context.fonts, block);
  const grid: Grid = { context, size, widths, alignments: block.columns };
  const element: StructureElement = { tag: 'Table', parent: context.root };
  const head = rowBands(grid, block.head, element, true);
  const rows = block.rows.flatMap((row) => rowBands(grid, row, element, false));
  head[0] = { ...head[0]!, gap };
  const tableHead = head.length === 1 ? { ...head[0], gap: 0 } : undefined;
  return [
    ...head.map((band) => ({ ...band, keepWithNext: true })),
    ...rows.map((band) => ({ ...band, tableHead, bodyLine: true })),
  ];
}

function rowBands(grid: Grid, cells: Run[][], table: StructureElement, isHead: boolean): Band[] {
  const row: StructureElement = { tag: 'TR', parent: table };
  const { fonts } = grid.context;
  const elements = cells.map((): StructureElement => ({ tag: isHead ? 'TH' : 'TD', parent: row }));
  const set = cells.map((runs, i) => {
    const measure = grid.widths[i]! - 2 * PADDING;
    const texts = runs.map((run): StyledText => ({
      text: run.text,
      style: isHead ? 'bold' : runStyle(run),
    }));
    return breakFirstFit(splitWords(fonts, texts, grid.size, measure), measure);
  });
  const count = Math.max(1, ...set.map((lines) => lines.length));
  const perBand = Math.max(2, Math.floor(MAX_ROW_HEIGHT / lineHeight(grid.size)));
  const bands: Band[] = [];
  for (let from = 0; from < count; from += perBand) {
    const part = set.map((lines) => lines.slice(from, from + perBand));
    const lineCount = Math.min(perBand, count - from);
    const height = lineCount * lineHeight(grid.size) + 2 * PADDING_TOP;
    const marks = part.flatMap((lines, column): Mark[] => {
      const drawings = lines.map((line, i): TextLine => {
        const alignment = isHead ? 'center' : grid.alignments[column]!;
        const x = cellLeft(grid, column) + indent(grid, column, line.width, alignment);
        return textLine(
          line,
          x,
          PADDING_TOP + i * lineHeight(grid.size) + ASCENT * grid.size,
          grid.size,
        );
      });
      return from === 0 || drawings.length > 0 ? [{ element: elements[column]!, drawings }] : [];
    });
    bands.push({
      gap: 0,
      height,
      marks: [...marks, { element: null, drawings: rules(grid, height) }],
      keepWithNext: false,
    });
  }
  return bands;
}

function cellLeft({ widths }: Grid, column: number): number {
  return MARGIN.left + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
}

function indent(grid: Grid, column: number, width: number, alignment: ColumnAlignment): number {
  const slack = grid.widths[column]! - width;
  if (alignment === 'center') return slack / 2;
  return alignment === 'right' ? slack - PADDING : PADDING;
}

function rules(grid: Grid, height: number): Drawing[] {
  const horizontal = (y: number): Rule => ({
    kind: 'rule',
    x: MARGIN.left,
    y,
    width: TEXT_WIDTH,
    height: 0,
  });
  const verticals = [...grid.widths.keys(), grid.widths.length].map((column): Rule => ({
    kind: 'rule',
    x: cellLeft(grid, column),
    y: 0,
    width: 0,
    height,
  }));
  return [horizontal(0), horizontal(height), ...verticals];
}
