import { squeezed } from '../../squeezed.ts';
import { type Glyph, linesOf, type PrintedLine } from './printed-file.ts';

const known = new Map<string, string>();

/** The same for one glyph, which few characters are. */
function squeezedGlyph({ character }: Glyph): string {
  let characters = known.get(character);
  if (characters === undefined) known.set(character, (characters = squeezed(character)));
  return characters;
}

export interface Found {
  /** Position in the index, for searching on from there. */
  start: number;
  end: number;
  lines: PrintedLine[];
}

export type Extent = 'exactly' | 'starting' | 'alone' | 'whole';

/** Finds words among the glyphs of a file, in one order of reading. */
export class TextIndex {
  private readonly text: string;
  /** Position of the glyph behind each character of `text`. */
  private readonly at: number[] = [];

  constructor(private readonly glyphs: Glyph[]) {
    let text = '';
    glyphs.forEach((glyph, i) => {
      const characters = squeezedGlyph(glyph);
      text += characters;
      for (let n = 0; n < characters.length; n++) this.at.push(i);
    });
    this.text = text;
  }

  /**
   * The first place from `from` on that reads `words`: `exactly` these, from the start of a line (`starting`), on lines
   * where nothing else stands (`alone`), or with whatever else is on their lines (`whole`).
   */
  find(words: string, as: Extent, from = 0): Found | undefined {
    return this.every(words, as, from).next().value ?? undefined;
  }

  /** All such places. */
  *every(words: string, as: Extent, from = 0): Generator<Found, undefined> {
    const wanted = squeezed(words);
    if (wanted === '') return undefined;
    let start = this.text.indexOf(wanted, from);
    while (start >= 0) {
      const end = start + wanted.length;
      if (as === 'whole') yield this.wholeLines(start, end);
      const starts = as === 'exactly' || this.isBorder(start - 1, start);
      const ends = as !== 'alone' || this.isBorder(end - 1, end);
      if (as !== 'whole' && starts && ends) yield this.found(start, end);
      start = this.text.indexOf(wanted, start + 1);
    }
    return undefined;
  }

  /** `pattern` reads small letters without white. */
  match(pattern: RegExp, as: 'exactly' | 'whole'): Found | undefined {
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    const end = match.index + match[0].length;
    return as === 'whole' ? this.wholeLines(match.index, end) : this.found(match.index, end);
  }

  private wholeLines(from: number, to: number): Found {
    let [start, end] = [from, to];
    while (!this.isBorder(start - 1, start)) start--;
    while (!this.isBorder(end - 1, end)) end++;
    return this.found(start, end);
  }

  private isBorder(before: number, after: number): boolean {
    const left = this.glyphs[this.at[before] ?? -1];
    const right = this.glyphs[this.at[after] ?? -1];
    if (!left || !right || left.page !== right.page || Math.abs(left.y - right.y) > 1) return true;
    const gap = right.x - left.right;
    return gap > right.size || gap < -0.5 * right.size;
  }

  private found(start: number, end: number): Found {
    const glyphs = this.glyphs.slice(this.at[start]!, this.at[end - 1]! + 1);
    return { start, end, lines: linesOf(glyphs, Infinity) };
  }
}

/** Lines whose baselines are nearly level are read from left to right. */
export function levelled(lines: PrintedLine[]): PrintedLine[] {
  const rows: PrintedLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && row[0]!.page === line.page && line.y - row[0]!.y < 2) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x));
}

export const glyphsOf = (lines: PrintedLine[]) => lines.flatMap((line) => line.glyphs);
