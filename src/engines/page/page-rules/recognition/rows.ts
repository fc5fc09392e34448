import { type Glyph, isSpace, linesOf, PrintedLine } from '../reading/printed-file.ts';

/** What stands on one level of a page, from left to right, in parts with wide white between them. */
export interface Row {
  page: number;
  y: number;
  parts: PrintedLine[];
}

/** Baselines so near each other are one row. */
const LEVEL = 2.5;

/** The rows of a file from top to bottom, in whatever order and pieces it draws them. */
export function rowsOf(glyphs: Glyph[]): Row[] {
  const sorted = glyphs.toSorted((a, b) => a.page - b.page || a.y - b.y);
  const rows: Glyph[][] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    const onRow = row && row[0]!.page === glyph.page && glyph.y - row[0]!.y < LEVEL;
    if (onRow) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row): Row[] => {
    const parts = linesOf(row.toSorted((a, b) => a.x - b.x));
    return parts.length > 0 ? [{ page: parts[0]!.page, y: parts[0]!.y, parts }] : [];
  });
}

/** Parts of one row as one line. */
export const joined = (parts: PrintedLine[]): PrintedLine =>
  parts.length === 1 ? parts[0]! : new PrintedLine(parts.flatMap(({ glyphs }) => glyphs));

/**
 * Glyphs as a reader sees them: marks are put on their letters, what is drawn twice to look bold is one letter, and
 * small print is passed over.
 */
export function seen(glyphs: Glyph[]): Glyph[] {
  const result: Glyph[] = [];
  const drawn = new Map<string, Glyph>();
  for (const glyph of glyphs) {
    const last = result.at(-1);
    if (glyph.size < SMALLEST) continue;
    if (last && /^\p{M}+$/u.test(glyph.character) && Math.abs(last.y - glyph.y) < LEVEL) {
      last.character = (last.character + glyph.character).normalize('NFC');
      continue;
    }
    const place = `${glyph.page} ${Math.round(glyph.y)} ${Math.round(glyph.x)} ${glyph.character}`;
    const before = isSpace(glyph) ? undefined : drawn.get(place);
    if (before) {
      before.font = { ...before.font, bold: true };
      continue;
    }
    const copy = { ...glyph };
    drawn.set(place, copy);
    result.push(copy);
  }
  return result;
}

const SMALLEST = 6;

/** Dashes or underscores that are typed where a line is to be drawn. */
export const isTypedRule = ({ text }: PrintedLine): boolean => /^[-–—_=*⎯─.·]{3,}$/u.test(text);

/** `Phụ lục II` on a line of its own. */
export const isAnnexLabel = (row: Row | undefined): boolean =>
  row !== undefined &&
  /^phụ lục(?:\s+(?:[IVX]+|\d{1,2}|số \d+))?\.?:?$/iu.test(joined(row.parts).text);
