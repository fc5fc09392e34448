import type { Located } from '../finder.ts';
import { isSpace, MM, type PrintedLine } from '../reading/printed-file.ts';
import { joined, type Row } from './rows.ts';

export interface TextEdges {
  left: number;
  right: number;
}

/** A line so long shows the edges of the text. */
const LONG = 0.55;
const INDENTED = 5.5 * MM;
const MARKER =
  /^(?:[-–—+•*]|\d+(?:\.\d+)*[.)/]|[a-zđ][.)]|[IVXLC]+\.|(?:Điều|Khoản|Chương|Mục|Phần|Căn cứ)\s)/u;

/** Edges of the running text, as its long lines have them; `undefined` where there are too few. */
export function edgesOf(rows: Row[], width: number): TextEdges | undefined {
  const long = rows
    .map(({ parts }) => joined(parts))
    .filter((line) => line.right - line.x > LONG * width);
  if (long.length < 2) return undefined;
  const least = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
  return {
    left: least(
      long.map(({ x }) => x),
      0.1,
    ),
    right: least(
      long.map(({ right }) => right),
      0.9,
    ),
  };
}

interface Paragraph {
  lines: PrintedLine[];
  /** Surely the first line of it: goes in, or stands below a line that ends early. */
  isOpened: boolean;
}

/** The paragraphs of the running text; tables, headings and what stands in the middle are passed over. */
export function body(
  rows: Row[],
  edges: TextEdges,
  { isApart, hasTitle }: { isApart: (row: Row) => boolean; hasTitle: boolean },
): Located[] {
  const paragraphs: (Paragraph | 'other')[] = [];
  let open: Paragraph | undefined;
  let above: PrintedLine | undefined;
  for (const row of rows) {
    const line = isApart(row) ? undefined : runningLine(row.parts, edges);
    if (!line) {
      paragraphs.push('other');
      open = undefined;
      above = undefined;
      continue;
    }
    const start = startOf(line, above, open, edges);
    if (open && start === 'goes-on') open.lines.push(line);
    else paragraphs.push((open = { lines: [line], isOpened: start === 'opens' }));
    above = line;
  }
  const last = paragraphs.at(-1);
  let number = 0;
  return paragraphs.flatMap((paragraph): Located[] => {
    if (paragraph === 'other') return [];
    number += 1;
    const { lines, isOpened } = paragraph;
    const first = lines[0]!.text;
    const isBasis =
      hasTitle &&
      /^căn cứ(?!\p{L})/iu.test(first) &&
      number <= 12 &&
      /[;.]$/.test(lines.at(-1)!.text);
    const isPlain = isOpened && lines.length > 1 && !MARKER.test(first);
    return [
      {
        kind: isBasis ? 'legal-basis' : 'text',
        place: isBasis ? 'Căn cứ' : `Nội dung, đoạn ${number}`,
        lines,
        ...(isPlain && { block: 'paragraph' }),
        ...(!isOpened && { isDoubtful: true }),
        ...(paragraph === last && !isHeading(lines) && { isLast: true }),
      },
    ];
  });
}

/** Nothing but bold, as far as the fonts say so. */
const isHeading = (lines: PrintedLine[]) =>
  lines.every(({ glyphs }) =>
    glyphs.every(({ character, font }) => font.bold || !font.isNamed || !/\p{L}/u.test(character)),
  );

function runningLine(parts: PrintedLine[], { left, right }: TextEdges): PrintedLine | undefined {
  const line = joined(parts);
  if (line.x < left - 3 || line.right > right + 3 * MM) return undefined;
  const gaps = parts.slice(1).map(({ x }, i) => x - parts[i]!.right);
  const fills = line.x < left + 20 * MM && line.right > right - 3 * MM;
  if (parts.length > 1 && !(fills && gaps.every((gap) => gap < 4 * line.size))) return undefined;
  const isCentred =
    line.x > left + 25 * MM && Math.abs(line.x - left - (right - line.right)) < 12 * MM;
  return isCentred || line.x > left + 30 * MM ? undefined : line;
}

function startOf(
  line: PrintedLine,
  above: PrintedLine | undefined,
  open: Paragraph | undefined,
  { left, right }: TextEdges,
): 'opens' | 'unclear' | 'goes-on' {
  const goesIn = line.x - left > INDENTED;
  if (!above || !open) return goesIn ? 'opens' : 'unclear';
  const samePage = above.page === line.page;
  if (samePage && line.y - above.y > 2.6 * above.size) return goesIn ? 'opens' : 'unclear';
  const wraps = !wouldFit(line, above, right);
  const hangs = open.lines.length > 1 && Math.abs(line.x - above.x) < 1.5 && wraps;
  if (goesIn) return hangs && MARKER.test(open.lines[0]!.text) ? 'goes-on' : 'opens';
  if (wraps) return 'goes-on';
  return /[.;:/]$/.test(above.text) ? 'opens' : 'unclear';
}

/** The first word of a line would have had room at the end of the line above: it was put here on purpose. */
function wouldFit(line: PrintedLine, above: PrintedLine, edge: number): boolean {
  const end = line.glyphs.findIndex((glyph, i) => {
    const before = line.glyphs[i - 1];
    return isSpace(glyph) || (before && glyph.x - before.right > 0.15 * glyph.size);
  });
  const last = line.glyphs[end < 0 ? line.glyphs.length - 1 : Math.max(0, end - 1)]!;
  return above.right + (last.right - line.x) + 0.5 * line.size < edge - 4;
}
