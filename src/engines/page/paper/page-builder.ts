import type { Item, PaperOptions } from './paper-items.ts';
import { hash } from 'node:crypto';
import { fontFamily, type FontFamily } from '../fonts/font-family.ts';
import type { FontStyle } from '../fonts/typeface.ts';
import type { StructureElement } from '../layout/display-list.ts';
import { breakFirstFit, type Line } from '../layout/line-breaking.ts';
import { ASCENT, MM, PAGE, SINGLE } from '../layout/measures.ts';
import { textLine } from '../layout/set-text.ts';
import { splitWords } from '../layout/words.ts';
import { writePaper } from './write-paper.ts';

export interface TextStyle {
  size: number;
  style?: FontStyle;
  align?: 'left' | 'center' | 'right';
  tag?: 'H1' | 'H2' | 'P';
  /** From the left edge of the text, in points. */
  left?: number;
  width?: number;
}

/** The inner margin is wide enough to be bound. */
const MARGIN = { left: 25 * MM, right: 12 * MM, top: 15 * MM, bottom: 17 * MM };

/** Registers and reports on A4 or A3: text and tables from the top down, page after page. */
export class PageBuilder {
  readonly pages: Item[][] = [[]];
  readonly root: StructureElement = { tag: 'Document' };
  readonly fonts: FontFamily;
  readonly width: number;
  readonly height: number;
  y = MARGIN.top;

  constructor(readonly options: PaperOptions) {
    this.fonts = fontFamily(options.fonts);
    const isLandscape = options.orientation === 'landscape';
    const [short, long] =
      options.sheet === 'A3' ? [PAGE.height, 2 * PAGE.width] : [PAGE.width, PAGE.height];
    this.width = isLandscape ? long : short;
    this.height = isLandscape ? short : long;
  }

  get left(): number {
    return MARGIN.left;
  }

  get textWidth(): number {
    return this.width - MARGIN.left - MARGIN.right;
  }

  /** What is left of the page below the last line. */
  get room(): number {
    return this.height - MARGIN.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y === MARGIN.top;
  }

  turnPage(): void {
    this.pages.push([]);
    this.y = MARGIN.top;
  }

  add(item: Item): void {
    this.pages.at(-1)!.push(item);
  }

  space(points: number): void {
    this.y += points;
  }

  /** Wrapped text across the page, or across a part of it. */
  text(text: string, style: TextStyle): void {
    const { size, align = 'left', tag = 'P', left = 0, width = this.textWidth - left } = style;
    const element: StructureElement = { tag, parent: this.root };
    for (const line of this.broken(text, style.style ?? 'regular', size, width)) {
      if (this.room < size * SINGLE) this.turnPage();
      const x = this.left + left + shift(align, width - line.width);
      this.put(line, element, x, this.y, size);
      this.y += size * SINGLE;
    }
  }

  broken(text: string, style: FontStyle, size: number, width: number): Line[] {
    const runs = [{ text: this.printable(text, style), style }];
    return breakFirstFit(splitWords(this.fonts, runs, size, width), width);
  }

  put(line: Line, element: StructureElement | null, x: number, top: number, size: number): void {
    this.add({ kind: 'text', element, line: textLine(line, x, top + ASCENT * size, size) });
  }

  /** The same content always gives the same bytes. */
  finish(): Buffer {
    const { title, created } = this.options;
    const id = hash('sha256', JSON.stringify([title, created, this.pages]), 'buffer');
    return writePaper(this, id.subarray(0, 16));
  }

  /** A letter that the face lacks is shown as a box. */
  private printable(text: string, style: FontStyle): string {
    const face = this.fonts[style];
    return Array.from(text.replace(/\s+/g, ' '), (letter) =>
      face.has(letter.codePointAt(0)!) ? letter : '\u25a1',
    ).join('');
  }
}

function shift(align: 'left' | 'center' | 'right', slack: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? slack / 2 : slack;
}
