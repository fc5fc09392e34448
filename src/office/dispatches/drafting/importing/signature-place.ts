import type { Piece } from '../../../../engines/word/from-word.ts';
import { linesOf, plain } from './plain.ts';
import { isAboveName, isNameUnder, isOfSignature, isSignature } from './signature-lines.ts';

const MOST_SIGNATURE = 10;

/** Where a signature that begins here ends: behind the first name under posts of any kind. */
export function signatureTo(pieces: Piece[], from: number): number {
  const next = pieces.slice(from, from + MOST_SIGNATURE);
  const lines = next.map((piece) => ('rows' in piece ? undefined : plain(piece.markdown)));
  const name = lines.findIndex((text, at) => at > 0 && text !== undefined && isNameUnder(text));
  const isBlock = lines
    .slice(0, Math.max(name, 0))
    .every((text) => text !== undefined && isAboveName(text));
  if (name > 0 && isBlock) return from + name + 1;
  const other = next.findIndex((piece) => !isSigning(piece));
  return from + (other < 0 ? next.length : other);
}

/** Where a signature that ends here begins. */
export function signatureFrom(pieces: Piece[], end: number): number {
  let from = end;
  while (from > 0 && end - from < MOST_SIGNATURE && isSigning(pieces[from - 1]!)) from -= 1;
  // A name alone is none.
  const lines = pieces.slice(from, end).flatMap(linesOf).map(plain);
  const first = lines.findIndex(isSignature);
  return first < 0 ? end : from + (pieces.length > from ? firstPiece(pieces, from, end) : 0);
}

function firstPiece(pieces: Piece[], from: number, end: number): number {
  return pieces
    .slice(from, end)
    .findIndex((piece) => linesOf(piece).some((line) => isSignature(plain(line))));
}

function isSigning(piece: Piece): boolean {
  const lines = linesOf(piece).map(plain).filter(Boolean);
  return lines.length > 0 && lines.length <= MOST_SIGNATURE && lines.every(isOfSignature);
}
