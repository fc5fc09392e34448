import type { PrintedBox, PrintedFile, PrintedFont } from './printed-file.ts';

export type Matrix = [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** What pdf.js says of one character to show. */
export interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

interface State {
  ctm: Matrix;
  colour: string;
  font: PrintedFont | undefined;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** How letters are drawn: 2 is filled and outlined, 3 is not at all. */
  mode: number;
}

/** Follows the operators of one page and notes where characters and paths come to stand. */
export class TextTracer {
  private state: State = {
    ctm: IDENTITY,
    colour: '#000000',
    font: undefined,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  private readonly saved: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private annotation = false;
  /** What became of a font where its letters were outlined or leant. */
  private readonly faces = new Map<PrintedFont, Map<string, PrintedFont>>();
  /** A transformation after which nothing was drawn: the picture was too large to be read. */
  private isEmpty = false;

  constructor(
    private readonly file: PrintedFile,
    private readonly page: number,
    /** Left and upper edge of the page. */
    private readonly origin: { x: number; y: number },
    private readonly fontNamed: (name: string) => PrintedFont,
    /** How the page is turned for reading. */
    private readonly turn: Matrix = IDENTITY,
  ) {
    this.state.ctm = turn;
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    if (this.isEmpty) this.picture();
    this.state = this.saved.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = times(this.state.ctm, matrix);
    this.isEmpty = true;
  }

  enterForm(matrix: Matrix | null): void {
    this.save();
    if (matrix) this.transform(matrix);
  }

  enterAnnotation(placing: Matrix, matrix: Matrix): void {
    this.save();
    this.state.ctm = times(this.turn, times(placing, matrix));
    this.annotation = true;
  }

  leaveAnnotation(): void {
    this.restore();
    this.annotation = false;
  }

  set(change: Partial<Omit<State, 'ctm' | 'font'>>): void {
    Object.assign(this.state, change);
  }

  setFont(name: string, size: number): void {
    this.state.font = this.fontNamed(name);
    this.state.size = size;
  }

  setTextMatrix(matrix: Matrix): void {
    this.text = this.line = matrix;
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(times(this.line, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  /** Turned text (a watermark) is passed over. */
  show(glyphs: (ShownGlyph | number | null)[]): void {
    const { ctm, size, characterSpacing, wordSpacing, stretch, rise, colour, mode } = this.state;
    this.isEmpty = false;
    const at = times(ctm, times(this.text, [stretch, 0, 0, 1, 0, rise]));
    const upright = Math.abs(at[1]) < 0.01 * Math.abs(at[0]) && at[0] > 0;
    const y = this.origin.y - at[5];
    // The height alone: letters that lean are no larger.
    const exactSize = size * Math.abs(at[3]);
    // What is drawn may count in a unit of its own.
    const printedSize = this.state.font?.isDrawn ? exactSize : Math.round(exactSize * 100) / 100;
    const { page, annotation } = this;
    const font = this.state.font && this.drawn(this.state.font, mode === 2, at[2] > 0.15 * at[3]);
    const invisible = mode === 3 || mode === 7;
    let x = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size;
        continue;
      }
      const advance = glyph.width * (font?.unit ?? 0.001);
      const left = at[4] + at[0] * x - this.origin.x;
      const right = left + at[0] * advance * size;
      if (upright && font) {
        // Written out: thousands of these are made for a page.
        this.file.glyphs.push({
          page,
          character: glyph.unicode,
          x: left,
          right,
          y,
          size: printedSize,
          advance,
          font,
          colour,
          annotation,
          invisible,
        });
      }
      x += advance * size + characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    }
    this.text = times(this.text, [1, 0, 0, 1, x * stretch, 0]);
  }

  /** `box` holds the extremes of the path, `[left, lower, right, upper]`. */
  path(box: ArrayLike<number>): void {
    this.isEmpty = false;
    this.file.paths.push(this.boxOf(box));
  }

  /** Fills the unit square of the state. */
  picture(): void {
    this.isEmpty = false;
    this.file.pictures.push(this.boxOf([0, 0, 1, 1]));
  }

  private boxOf(box: ArrayLike<number>): PrintedBox {
    const [a, b, c, d, e, f] = this.state.ctm;
    const corners = [0, 2].flatMap((i) => [1, 3].map((j) => [box[i]!, box[j]!] as const));
    const xs = corners.map(([x, y]) => a * x + c * y + e - this.origin.x);
    const ys = corners.map(([x, y]) => this.origin.y - (b * x + d * y + f));
    return {
      page: this.page,
      x: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  }

  /** Programs that lack a face outline the letters of another, or lean them. */
  private drawn(font: PrintedFont, isOutlined: boolean, isLeaning: boolean): PrintedFont {
    if (!isOutlined && !isLeaning) return font;
    const known = this.faces.get(font) ?? new Map<string, PrintedFont>();
    this.faces.set(font, known);
    const key = `${isOutlined} ${isLeaning}`;
    let face = known.get(key);
    if (!face) {
      face = { ...font, bold: font.bold || isOutlined, italic: font.italic || isLeaning };
      known.set(key, face);
    }
    return face;
  }
}
