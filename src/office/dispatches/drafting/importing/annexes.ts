import type { Piece } from '../../../../engines/word/from-word.ts';
import { markdownOf } from '../../../../engines/word/markdown-of.ts';
import { isRule, isUpper, plain } from './plain.ts';

const LABEL = /^Phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+|[A-Z]))?\s*[.:]?\s*/iu;
const LONGEST_TITLE = 300;
const REFERENCE = /^\(\s*(?:ban hành )?kèm theo\s/iu;

/** What stands behind the signature: one annex for each line `Phụ lục …`. */
export function annexesOf(pieces: Piece[]): { title: string; body: string }[] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    if (parts.length === 0 || isLabel(piece)) parts.push([]);
    parts.at(-1)!.push(piece);
  }
  return parts.map(annexOf);
}

const isLabel = (piece: Piece): boolean => {
  if ('rows' in piece) return false;
  const text = plain(piece.markdown);
  const rest = text.replace(LABEL, '');
  return (
    LABEL.test(text) &&
    /^phụ lục/iu.test(text) &&
    (rest === '' || isUpper(rest) || text.length < 120)
  );
};

/** The system prints label and reference itself. */
function annexOf(pieces: Piece[]): { title: string; body: string } {
  const titles: string[] = [];
  let at = 0;
  const [first] = pieces;
  if (first && isLabel(first)) {
    const named = plain((first as { markdown: string }).markdown).replace(LABEL, '');
    if (named) titles.push(named);
    at = 1;
  }
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if ('rows' in piece) break;
    const text = plain(piece.markdown);
    if (isRule(text) || REFERENCE.test(text)) continue;
    const isTitle = isUpper(text) || (titles.length === 0 && /^(?:\*\*|#)/.test(piece.markdown));
    if (!isTitle || titles.join(' ').length + text.length >= LONGEST_TITLE) break;
    titles.push(text);
  }
  const body = pieces.slice(at).map(markdownOf).join('\n\n');
  return { title: titles.join(' ').slice(0, LONGEST_TITLE) || 'Phụ lục', body };
}
