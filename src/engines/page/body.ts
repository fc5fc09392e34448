/** The body of a dispatch in its small Markdown subset: paragraphs, bold, italic, headings, lists and pipe tables. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

export type ColumnAlignment = 'left' | 'center' | 'right';

export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'item'; marker: string; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'table'; columns: ColumnAlignment[]; head: Run[][]; rows: Run[][][] };

const ITEM = /^([-+]|\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\))\s+([\s\S]+)$/;
const HEADING = /^(#{1,4})\s+([\s\S]+)$/;
const TABLE_ROW = /^\|.*\|$/;
const TABLE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
const EMPHASIS = /\*\*\*(.+?)\*\*\*|\*\*(.+?)\*\*|\*(.+?)\*/gs;

/** `**bold**`, `*italic*` and `***both***`; a lone asterisk is itself. */
export function parseRuns(text: string): Run[] {
  const runs: Run[] = [];
  const push = (part: string, bold: boolean, italic: boolean) => {
    if (part) runs.push({ text: part, bold, italic });
  };
  let from = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    push(text.slice(from, match.index), false, false);
    if (match[1] !== undefined) push(match[1], true, true);
    else if (match[2] !== undefined) push(match[2], true, false);
    else push(match[3]!, false, true);
    from = match.index + match[0].length;
  }
  push(text.slice(from), false, false);
  return runs;
}

/** The source lines of one block. */
export interface Chunk {
  lines: string[];
  /** Newlines between it and the block before. */
  gap: number;
}

/** Blank lines separate paragraphs; a list marker, a heading or a table row starts a block of its own. */
export function chunksOf(markdown: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: 'text' | 'table' | undefined;
  let gap = 0;
  for (const raw of markdown.normalize('NFC').replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trim();
    const isRow = TABLE_ROW.test(line);
    gap += 1;
    if (line === '') {
      open = undefined;
      continue;
    }
    const goesOn = isRow ? open === 'table' : open === 'text' && !startsBlock(line);
    if (goesOn) chunks.at(-1)!.lines.push(line);
    else {
      chunks.push({ lines: [line], gap });
      open = isRow ? 'table' : HEADING.test(line) ? undefined : 'text';
    }
    gap = 0;
  }
  return chunks;
}

export const startsBlock = (line: string): boolean =>
  ITEM.test(line) || HEADING.test(line) || TABLE_ROW.test(line);

export function parseBody(markdown: string): Block[] {
  return chunksOf(markdown).map(({ lines }) => blockOf(lines, ' '));
}

/** `between` stands in its text where the source has a new line. */
export function blockOf(lines: string[], between: string): Block {
  if (TABLE_ROW.test(lines[0]!) && TABLE_RULE.test(lines[1] ?? '')) return parseTable(lines);
  const text = lines.join(between);
  const heading = HEADING.exec(text);
  if (heading) {
    return { kind: 'heading', level: heading[1]!.length, runs: parseRuns(heading[2]!) };
  }
  const item = ITEM.exec(text);
  return item
    ? { kind: 'item', marker: item[1]!, runs: parseRuns(item[2]!) }
    : { kind: 'paragraph', runs: parseRuns(text) };
}

/** Every row gets as many cells as the head: missing ones are empty, surplus ones join the last. */
function parseTable([head, rule, ...rows]: string[]): Block {
  const columns = cells(rule!).map((mark): ColumnAlignment => {
    if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'right';
    return 'left';
  });
  const row = (line: string) => {
    const given = cells(line);
    return columns.map((_, i) =>
      parseRuns(i === columns.length - 1 ? given.slice(i).join(' | ') : (given[i] ?? '')),
    );
  };
  return { kind: 'table', columns, head: row(head!), rows: rows.map(row) };
}

const cells = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const text = (runs: Run[]) => runs.map((run) => run.text).join('');

/** The words alone, for search and for comparing with what a reader sees. */
export function plainText(markdown: string): string {
  return parseBody(markdown)
    .map((block) => {
      if (block.kind === 'table') return [block.head, ...block.rows].flat().map(text).join('\n');
      return (block.kind === 'item' ? `${block.marker} ` : '') + text(block.runs);
    })
    .join('\n\n');
}
