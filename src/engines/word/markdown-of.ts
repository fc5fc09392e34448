import { WordReader, type Piece } from './from-word.ts';
import type { Tree } from './tree.ts';

/**
 * What of a pasted page a body can have, in Markdown, what was dropped (`3 cỡ chữ`, `1 ảnh`), and what else is to be
 * known. `css` is what its style elements say.
 */
export function fromWord(
  tree: Tree,
  css = '',
): { markdown: string; dropped: string[]; remarks: string[] } {
  const reader = new WordReader(css);
  const markdown = reader.read(tree).map(markdownOf).join('\n\n');
  const { counts, remarks } = reader.dropped;
  return { markdown, dropped: counts, remarks };
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
