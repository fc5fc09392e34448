import { WordReader, type Piece } from './from-word.ts';
import type { Tree } from './tree.ts';

/** What of a pasted page a body can have, in Markdown, and what was dropped: `3 cỡ chữ`, `1 ảnh`. */
export function fromWord(tree: Tree): { markdown: string; dropped: string[] } {
  const reader = new WordReader();
  const pieces = reader.read(tree);
  return { markdown: pieces.map(markdownOf).join('\n\n'), dropped: reader.dropped.words };
}

export function markdownOf(piece: Piece): string {
  if ('markdown' in piece) return piece.markdown;
  const width = Math.max(...piece.rows.map((cells) => cells.length));
  const line = (cells: string[][]) => {
    const texts = Array.from({ length: width }, (_, i) =>
      (cells[i] ?? []).join(' ').replaceAll('|', '/'),
    );
    return `| ${texts.join(' | ')} |`;
  };
  const [head = [], ...rows] = piece.rows;
  return [line(head), `|${'---|'.repeat(width)}`, ...rows.map(line)].join('\n');
}
