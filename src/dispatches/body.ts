/** The body of a dispatch in its small Markdown subset: paragraphs, bold, italic, dash and numbered lists. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

export type Block =
  { kind: 'paragraph'; runs: Run[] } | { kind: 'item'; marker: string; runs: Run[] };

const ITEM = /^(-|\d{1,3}\.|[a-zđ]\))\s+([\s\S]+)$/;
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

/** Blank lines separate paragraphs; a line that starts with a list marker is an item of its own. */
export function parseBody(markdown: string): Block[] {
  const lines = markdown.normalize('NFC').replace(/\r\n?/g, '\n').split('\n');
  const chunks: string[] = [];
  let open = false;
  for (const line of lines.map((raw) => raw.trim())) {
    if (line === '') open = false;
    else if (open && !ITEM.test(line)) chunks[chunks.length - 1] += ` ${line}`;
    else {
      chunks.push(line);
      open = true;
    }
  }
  return chunks.map((chunk) => {
    const item = ITEM.exec(chunk);
    return item
      ? { kind: 'item', marker: item[1]!, runs: parseRuns(item[2]!) }
      : { kind: 'paragraph', runs: parseRuns(chunk) };
  });
}

/** The words alone, for search and for comparing with what a reader sees. */
export function plainText(markdown: string): string {
  return parseBody(markdown)
    .map(
      (block) =>
        (block.kind === 'item' ? `${block.marker} ` : '') +
        block.runs.map((run) => run.text).join(''),
    )
    .join('\n\n');
}
