import type { PrintedFile, PrintedFont } from './printed-file.ts';

type Matrix = [number, number, number, number, number, number];

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
}

/** Follows the operators of one page and notes where characters and paths come to stand. */
export class Pen {
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
  };
  private readonly saved: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private annotation = false;

  constructor(
    private readonly file: PrintedFile,
    private readonly page: number,
    /** Left and upper edge of the page. */
    private readonly origin: { x: number; y: number },
    private readonly fontNamed: (name: string) => PrintedFont,
  ) {}

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = times(this.state.ctm, matrix);
  }

  enterForm(matrix: Matrix | null): void {
    this.save();
    if (matrix) this.transform(matrix);
  }

  enterAnnotation(placing: Matrix, matrix: Matrix): void {
    this.save();
    this.state.ctm = times(placing, matrix);
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
    const { ctm, font, size, characterSpacing, wordSpacing, stretch, rise, colour } = this.state;
    const at = times(ctm, times(this.text, [stretch, 0, 0, 1, 0, rise]));
    const upright = Math.abs(at[1]) < 0.01 * Math.abs(at[0]) && at[0] > 0;
    const y = this.origin.y - at[5];
    const printedSize = Math.round(size * Math.hypot(at[2], at[3]) * 100) / 100;
    const { page, annotation } = this;
    let x = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size;
        continue;
      }
      const advance = glyph.width / 1000;
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
        });
      }
      x += advance * size + characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    }
    this.text = times(this.text, [1, 0, 0, 1, x * stretch, 0]);
  }

  /** `box` holds the extremes of the path, `[left, lower, right, upper]`. */
  path(box: ArrayLike<number>): void {
    const [a, b, c, d, e, f] = this.state.ctm;
    const xs = [0, 2].map((i) => a * box[i]! + c * box[1]! + e - this.origin.x);
    const ys = [1, 3].map((i) => this.origin.y - (b * box[0]! + d * box[i]! + f));
    this.file.paths.push({
      page: this.page,
      x: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  }
}
