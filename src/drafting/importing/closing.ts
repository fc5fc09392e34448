import type { Piece } from '../word/from-word.ts';
import { lineText, plain } from './plain.ts';

export interface Closing {
  copies: string[];
  /** What stands in the signature block, line by line. */
  signature: string[];
  /** Where it begins, and where what follows it does. */
  from: number;
  to: number;
}

const COPIES = /^Nơi nhận\s*:?/iu;

/** Nơi nhận and the signature, side by side in a table or under each other; nothing where there is none. */
export function closingOf(pieces: Piece[]): Closing | undefined {
  const at = pieces.findLastIndex((piece) =>
    'rows' in piece
      ? piece.rows.flat().some((lines) => COPIES.test(plain(lines[0] ?? '')))
      : COPIES.test(plain(piece.markdown)),
  );
  if (at < 0) return undefined;
  const piece = pieces[at]!;
  if ('rows' in piece) {
    const cells = piece.rows.flat();
    const copies = cells.find((lines) => COPIES.test(plain(lines[0] ?? '')))!;
    const signature = cells
      .filter((lines) => lines !== copies)
      .flat()
      .map(plain);
    return { copies: listed(copies), signature, from: at, to: at + 1 };
  }
  let to = at + 1;
  while (to < pieces.length && isItem(pieces[to]!)) to += 1;
  const rest = pieces.slice(at, to).map((one) => (one as { markdown: string }).markdown);
  return { copies: listed(rest), signature: [], from: at, to };
}

const isItem = (piece: Piece) => 'markdown' in piece && /^[-+–•] /.test(piece.markdown);

const listed = ([first, ...lines]: string[]): string[] =>
  [plain(first!).replace(COPIES, ''), ...lines].map(lineText).filter(Boolean);
