import type { Paragraph, Piece } from '../../../../engines/word/from-word.ts';
import { markdownOf } from '../../../../engines/word/markdown-of.ts';
import { isBasis, isFurtherBasis } from './openings.ts';
import { plain } from './plain.ts';

export interface BasedText {
  bases: Paragraph[];
  /** As Markdown, without the bases and the word between them and the text, which the system prints. */
  body: string;
}

const MOST = 40;

/** Parts what a dispatch is issued by from what it says. Only a dispatch with a title has bases of its own. */
export function basedText(
  pieces: Piece[],
  isTitled: boolean,
  enactingWord: string | undefined,
): BasedText {
  const isEnacting = (piece: Piece) =>
    'markdown' in piece &&
    enactingWord !== undefined &&
    plain(piece.markdown).replaceAll(' ', '').replace(/:?$/, ':') ===
      enactingWord.replaceAll(' ', '');
  const enacting = pieces.slice(0, MOST).findIndex(isEnacting);
  const bases = isTitled ? basesIn(pieces, enacting) : [];
  const isNear = enacting >= bases.length && enacting < bases.length + 4;
  const body = pieces
    .filter((_, at) => at >= bases.length && !(isNear && at === enacting))
    .map(markdownOf)
    .map((markdown) => markdown.replace(/\s*\t\s*/g, ' '))
    .join('\n\n');
  return { bases, body };
}

/** From the first `Căn cứ` to the word behind them; without that word, as far as lines begin like bases. */
function basesIn(pieces: Piece[], enacting: number): Paragraph[] {
  const before = pieces.slice(0, Math.max(enacting, 0));
  const lines = before.filter((piece) => 'markdown' in piece);
  if (lines.length === before.length && lines.length > 0 && isBasis(wordsOf(lines[0]!)))
    return lines;
  const bases: Paragraph[] = [];
  for (const piece of pieces) {
    if ('rows' in piece) break;
    const text = wordsOf(piece);
    if (!(isBasis(text) || (bases.length > 0 && isFurtherBasis(text)))) break;
    bases.push(piece);
  }
  return bases;
}

const wordsOf = ({ markdown }: Paragraph) => plain(markdown).replace(/^[-+] /, '');
