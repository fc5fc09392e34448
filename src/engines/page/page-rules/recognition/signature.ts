import type { PrintedLine } from '../reading/printed-file.ts';
import type { Row } from './rows.ts';

const NAME = /^(?:[\p{Lu}][\p{L}.]*\s+){1,6}[\p{Lu}][\p{L}]*$/u;
const DEGREES = /^(?:(?:GS|PGS|TS|ThS|BS|KS|CN)\.?\s*)+/u;

const isName = ({ text }: PrintedLine) => NAME.test(text.replace(DEGREES, ''));
const isCapitals = ({ text }: PrintedLine) => text === text.toLocaleUpperCase('vi');
const isBold = ({ glyphs }: PrintedLine) => glyphs[0]!.font.bold;

/** A name stands at most so far below the post. */
const ROOM = 260;

/** The first lines on the right that stand together, and the name under them. */
export function signature(
  right: PrintedLine[],
  heading: PrintedLine,
  overleaf: PrintedLine[],
): { authority: PrintedLine[]; name?: PrintedLine } {
  const authority: PrintedLine[] = [];
  for (const line of right) {
    const last = authority.at(-1);
    if (!last && Math.abs(line.y - heading.y) > 60) break;
    if (last && line.y - last.y > 1.9 * last.size) break;
    authority.push(line);
  }
  const end = authority.at(-1);
  if (!end) return { authority };
  // A name without room above it belongs to what was taken for the post.
  if (authority.length > 1 && isName(end) && !isCapitals(end)) {
    return { authority: authority.slice(0, -1), name: end };
  }
  const below = right.slice(authority.length).filter(({ y }) => y - end.y < ROOM);
  const name = below.findLast(isName) ?? overleaf.find((line) => isName(line) && isBold(line));
  return { authority, name };
}

/** Blocks of several who sign stand above `Nơi nhận:`, in bold; `rows` are those above it. */
export function jointSigners(rows: Row[]): { names: string[]; lines: PrintedLine[] } | undefined {
  const lines: PrintedLine[] = [];
  let below: number | undefined;
  for (const { y, parts } of rows.toReversed()) {
    if (!parts.every(isBold) || (below !== undefined && below - y > ROOM / 2)) break;
    lines.unshift(...parts);
    below = y;
  }
  const names = lines.filter((line) => isName(line) && !isCapitals(line)).map(({ text }) => text);
  return names.length > 0 ? { names, lines } : undefined;
}
