import type { Node } from 'prosemirror-model';
import {
  blockOf,
  chunksOf,
  startsBlock,
  type Chunk,
  type ColumnAlignment,
  type Run,
} from '../../../../src/engines/page/body.ts';
import { schema } from './schema.ts';

const { nodes, marks } = schema;
const RULES: Record<ColumnAlignment, string> = { left: '---', center: ':-:', right: '--:' };

/** The document that a body in Markdown is. */
export function read(markdown: string): Node {
  const blocks = chunksOf(markdown).map(readChunk);
  return nodes.doc.create(null, blocks.length > 0 ? blocks : nodes.paragraph.create());
}

function readChunk({ lines, gap }: Chunk): Node {
  const block = blockOf(lines, '\n');
  switch (block.kind) {
    case 'paragraph':
      return nodes.paragraph.create({ gap }, inline(block.runs));
    case 'heading':
      return nodes.heading.create({ gap, level: block.level }, inline(block.runs));
    case 'item':
      return nodes.item.create({ gap, marker: block.marker }, inline(block.runs));
    case 'table': {
      const row = (cells: Run[][]) =>
        nodes.row.create(
          null,
          cells.map((runs, i) => nodes.cell.create({ align: block.columns[i] }, inline(runs))),
        );
      return nodes.table.create({ gap }, [block.head, ...block.rows].map(row));
    }
  }
}

function inline(runs: Run[]): Node[] {
  return runs.flatMap(({ text, bold, italic }) => {
    const styles = [bold && marks.bold.create(), italic && marks.italic.create()].filter(
      (mark) => mark !== false,
    );
    return text
      .split('\n')
      .flatMap((part, i) => [
        ...(i > 0 ? [nodes.wrap.create(null, null, styles)] : []),
        ...(part ? [schema.text(part, styles)] : []),
      ]);
  });
}

/** The Markdown that a document is; what stands empty is left out. */
export function write(doc: Node): string {
  let markdown = '';
  let before: Node | undefined;
  doc.forEach((block) => {
    const written = writeBlock(block);
    if (!written) return;
    markdown +=
      (before ? '\n'.repeat(Math.max(block.attrs.gap, leastGap(before, block))) : '') + written;
    before = block;
  });
  return markdown;
}

/** Right under text a paragraph would be part of it, as a table of another table. */
function leastGap({ type: before }: Node, { type }: Node): number {
  if (type === nodes.table) return before === nodes.table ? 2 : 1;
  return type === nodes.paragraph && before !== nodes.heading && before !== nodes.table ? 2 : 1;
}

/** What stands empty is not in the source. */
export const isWritten = (block: Node): boolean => writeBlock(block) !== '';

function writeBlock(block: Node): string {
  if (block.type === nodes.table) return writeTable(block);
  const text = writeInline(block).trim();
  if (!text) return '';
  if (block.type === nodes.heading) return `${'#'.repeat(block.attrs.level)} ${text}`;
  return block.type === nodes.item ? `${block.attrs.marker} ${text}` : text;
}

function writeTable(table: Node): string {
  const aligned: string[] = [];
  table.firstChild!.forEach((cell) => aligned.push(RULES[cell.attrs.align as ColumnAlignment]));
  const rows: string[] = [];
  table.forEach((row) => {
    const cells: string[] = [];
    // A bar would begin another cell.
    row.forEach((cell) => cells.push(writeInline(cell).trim().replaceAll(/[|\n]/g, '/')));
    while (cells.length < aligned.length) cells.push('');
    rows.push(`| ${cells.join(' | ')} |`);
  });
  return [rows[0], `|${aligned.join('|')}|`, ...rows.slice(1)].join('\n');
}

function writeInline(block: Node): string {
  const runs: { text: string; stars: string }[] = [];
  block.forEach((child) => {
    const isIn = (mark: string) => child.marks.some(({ type }) => type.name === mark);
    const stars = '*'.repeat((isIn('bold') ? 2 : 0) + (isIn('italic') ? 1 : 0));
    const text = child.isText ? child.text! : '\n';
    const last = runs.at(-1);
    if (last?.stars === stars) last.text += text;
    else runs.push({ text, stars });
  });
  const written = runs.map(({ text, stars }) => stars + text + stars).join('');
  return written.replaceAll(/\n(?=([^\n]*))/g, (_, line: string) =>
    startsBlock(line) ? ' ' : '\n',
  );
}
