import type { Ink } from './paper-items.ts';
import type { FontStyle } from '../fonts/typeface.ts';
import type { StructureElement } from '../layout/display-list.ts';
import type { Line } from '../layout/line-breaking.ts';
import { SINGLE } from '../layout/measures.ts';
import type { PageBuilder } from './page-builder.ts';

export interface Column {
  title: string;
  /** Share of the width of the text. */
  share: number;
  align?: 'left' | 'center' | 'right';
}

export interface Row {
  cells: string[];
  style?: FontStyle;
}

export interface TableOptions {
  size: number;
  /** A second line of the head counts the columns: (1), (2), … */
  numbered?: boolean;
  /** A stroke of this colour above the title of a column. */
  headInk?: (column: number) => Ink | undefined;
}

const PADDING = 3;

/** A ruled table as wide as the text; its head stands again on every page it reaches. */
export function drawTable(
  paper: PageBuilder,
  columns: Column[],
  rows: Row[],
  options: TableOptions,
): void {
  const element: StructureElement = { tag: 'Table', parent: paper.root };
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (paper.textWidth * share) / whole);
  const table = new Table(paper, element, columns, widths, options);
  table.head();
  for (const row of rows) table.row(row);
}

class Table {
  private headSpoken = false;

  constructor(
    private readonly paper: PageBuilder,
    private readonly element: StructureElement,
    private readonly columns: Column[],
    private readonly widths: number[],
    private readonly options: TableOptions,
  ) {}

  head(): void {
    const titles = this.columns.map(({ title }) => title);
    this.drawHead(titles, 'bold');
    if (this.options.numbered) {
      this.drawHead(
        titles.map((_, index) => `(${index + 1})`),
        'italic',
      );
    }
    this.headSpoken = true;
  }

  row({ cells, style = 'regular' }: Row): void {
    const tag = { tag: 'TR', parent: this.element } as const;
    const elements = cells.map((): StructureElement => ({ tag: 'TD', parent: tag }));
    let rest = this.broken(cells, style);
    for (;;) {
      const room = Math.floor((this.paper.room - 2 * PADDING) / this.lineHeight);
      const most = Math.max(1, ...rest.map((lines) => lines.length));
      if (most > room && (!this.isFresh || room < 1)) {
        this.paper.turnPage();
        this.head();
        this.isFresh = true;
        continue;
      }
      const now = rest.map((lines) => lines.slice(0, room));
      this.draw(now, elements, Math.min(most, room), (column) => this.columns[column]!.align);
      rest = rest.map((lines) => lines.slice(room));
      this.isFresh = false;
      if (rest.every((lines) => lines.length === 0)) return;
    }
  }

  /** Nothing but the head stands on the page yet, so a row that is higher than a page is cut here. */
  private isFresh = false;

  private get lineHeight(): number {
    return this.options.size * SINGLE;
  }

  private drawHead(titles: string[], style: FontStyle): void {
    const tag = { tag: 'TR', parent: this.element } as const;
    const elements = titles.map((): StructureElement => ({ tag: 'TH', parent: tag }));
    const set = this.broken(titles, style);
    const most = Math.max(...set.map((lines) => lines.length));
    const { paper } = this;
    if (paper.room < (most + 3) * this.lineHeight && !paper.isAtTop) paper.turnPage();
    paper.add({
      kind: 'fill',
      x: paper.left,
      y: paper.y,
      width: paper.textWidth,
      height: most * this.lineHeight + 2 * PADDING,
      ink: '0.945 0.95 0.96',
    });
    this.widths.reduce((x, width, column) => {
      const ink = this.options.headInk?.(column);
      if (ink) paper.add({ kind: 'fill', x, y: paper.y, width, height: 2.5, ink });
      return x + width;
    }, paper.left);
    this.draw(set, this.headSpoken ? undefined : elements, most, () => 'center');
  }

  private broken(cells: string[], style: FontStyle): Line[][] {
    return cells.map((cell, column) =>
      cell === ''
        ? []
        : cell
            .split('\n')
            .flatMap((part) =>
              this.paper.broken(part, style, this.options.size, this.widths[column]! - 2 * PADDING),
            ),
    );
  }

  private draw(
    set: Line[][],
    elements: StructureElement[] | undefined,
    lineCount: number,
    alignment: (column: number) => Column['align'],
  ): void {
    const { paper, widths, options } = this;
    const height = lineCount * this.lineHeight + 2 * PADDING;
    let x = paper.left;
    set.forEach((lines, column) => {
      const width = widths[column]!;
      lines.forEach((line, index) => {
        const slack = width - 2 * PADDING - line.width;
        const align = alignment(column) ?? 'left';
        const indent = align === 'left' ? 0 : align === 'center' ? slack / 2 : slack;
        const top = paper.y + PADDING + index * this.lineHeight;
        // A head that is printed again is not read out again.
        const element = elements?.[column] ?? null;
        paper.put(line, element, x + PADDING + indent, top, options.size);
      });
      paper.add({ kind: 'rule', x, y: paper.y, width: 0, height });
      x += width;
    });
    paper.add({ kind: 'rule', x, y: paper.y, width: 0, height });
    paper.add({ kind: 'rule', x: paper.left, y: paper.y, width: paper.textWidth, height: 0 });
    paper.y += height;
    paper.add({ kind: 'rule', x: paper.left, y: paper.y, width: paper.textWidth, height: 0 });
  }
}
