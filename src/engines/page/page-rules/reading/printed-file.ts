/** A font as a page uses it. */
export interface PrintedFont {
  name: string;
  bold: boolean;
  italic: boolean;
  embedded: boolean;
  /** Its name tells bold and italic apart. */
  isNamed: boolean;
  /** Drawn letter by letter: it says nothing of a typeface. */
  isDrawn: boolean;
  /** The file says how large its letters are; of those that are drawn nothing does but their widths. */
  isSized: boolean;
  /** In which its widths are given, em. */
  unit: number;
}

/** One character as drawn; points, `y` (the baseline) downwards from the top edge of the page. */
export interface Glyph {
  page: number;
  character: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Advance width in em, as the font states it. */
  advance: number;
  font: PrintedFont;
  colour: string;
  /** Drawn by a form field or signature over the page. */
  annotation: boolean;
  /** Not drawn at all: the text that was recognised under a scan. */
  invisible: boolean;
}

/** The box around a path or a picture. */
export interface PrintedBox {
  page: number;
  x: number;
  right: number;
  top: number;
  bottom: number;
}

export interface PrintedFile {
  pages: { width: number; height: number }[];
  /** In the order of the content. */
  glyphs: Glyph[];
  paths: PrintedBox[];
  pictures: PrintedBox[];
}

/** Glyphs that stand on one baseline without a wide gap, spaces at both ends left out. */
export class PrintedLine {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  private words: string | undefined;

  constructor(readonly glyphs: Glyph[]) {
    const [first, last] = [glyphs[0]!, glyphs.at(-1)!];
    this.page = first.page;
    this.x = first.x;
    this.right = last.right;
    this.y = first.y;
    this.size = glyphs.reduce((most, { size }) => Math.max(most, size), 0);
  }

  /** Its size is known for sure. */
  get isSized(): boolean {
    return this.glyphs.every((glyph) => glyph.font.isSized || isSpace(glyph));
  }

  get text(): string {
    return (this.words ??= textOf(this.glyphs));
  }
}

/** Ascent and descent of Times, em. */
export const ASCENT = 0.891;
export const DESCENT = 0.216;
/** Single spacing of Times, em. */
export const SINGLE_SPACING = 1.149;

export const MM = 72 / 25.4;

export const topOf = (line: PrintedLine) => line.y - ASCENT * line.size;
export const bottomOf = (line: PrintedLine) => line.y + DESCENT * line.size;
export const centreOf = (line: PrintedLine) => (line.x + line.right) / 2;
export const isSpace = (glyph: Glyph) => glyph.character.trim() === '';

/** A wider gap separates columns, em. */
const COLUMN_GAP = 1.5;
/** A wider gap between letters is a space, em. */
const WORD_GAP = 0.1;

/** Cuts glyphs into lines, in their order; `gap` (em) is the widest white inside a line. */
export function linesOf(glyphs: Glyph[], gap = COLUMN_GAP): PrintedLine[] {
  const lines: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const joins =
      last !== undefined &&
      last.page === glyph.page &&
      Math.abs(last.y - glyph.y) < 1 &&
      glyph.x - last.right < gap * glyph.size &&
      glyph.x - last.right > -0.5 * glyph.size;
    if (joins) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
    last = glyph;
  }
  return lines.flatMap((line) => trimmed(line) ?? []);
}

function trimmed(glyphs: Glyph[]): PrintedLine | undefined {
  const from = glyphs.findIndex((glyph) => !isSpace(glyph));
  if (from < 0) return undefined;
  return new PrintedLine(glyphs.slice(from, glyphs.findLastIndex((glyph) => !isSpace(glyph)) + 1));
}

function textOf(glyphs: Glyph[]): string {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const apart = last !== undefined && glyph.x - last.right > WORD_GAP * glyph.size;
    if (apart && !isSpace(last!) && !isSpace(glyph)) text += ' ';
    text += glyph.character;
    last = glyph;
  }
  return text.normalize('NFC');
}
