import type { Piece } from '../../../../engines/word/from-word.ts';
import { columnsOf } from './columns.ts';
import { listed, type Copies } from './copies.ts';
import { isRule, linesOf, plain, segments } from './plain.ts';
import { isAnnex, isSignature, namesPost, signerOf } from './signature-lines.ts';
import { signatureTo, signatureFrom } from './signature-place.ts';

export interface Closing extends Copies {
  /** What stands in the signature block, line by line. */
  signature: string[];
  /** Where it begins, and where what follows it does. */
  from: number;
  to: number;
}

const COPIES = /^Nơi nhận\s*(?::|$)/iu;

/** Nơi nhận and the signature, side by side in a table, by tabs, or under each other; nothing where there is neither. */
export function closingOf(pieces: Piece[]): Closing | undefined {
  const found = pieces.findIndex((piece, at) => isClosing(piece, pieces, at));
  if (found >= 0) {
    const piece = pieces[found]!;
    const closing = 'rows' in piece ? inTable(piece.rows, found) : inLines(pieces, found);
    return withSignatureAround(pieces, closing);
  }
  const from = signatureFrom(pieces, pieces.length);
  if (from === pieces.length) return undefined;
  const signature = pieces.slice(from).flatMap(linesOf).map(plain);
  return { copies: [], after: [], signature, from, to: pieces.length };
}

/** Nơi nhận as a heading over a list, not a word of the text nor the head of a column. */
function isClosing(piece: Piece, pieces: Piece[], at: number): boolean {
  if ('rows' in piece) {
    const column = columnsOf(piece.rows).find((lines) =>
      lines.some((line) => COPIES.test(plain(line))),
    );
    const from = column?.findIndex((line) => COPIES.test(plain(line))) ?? -1;
    return from >= 0 && isList(plain(column![from]!), plain(column![from + 1] ?? ''));
  }
  const [first = ''] = segments(piece.markdown).filter((text) => COPIES.test(text));
  const next = pieces[at + 1];
  return COPIES.test(first) && isList(first, next ? plain(linesOf(next)[0] ?? '') : '');
}

const isList = (heading: string, next: string) =>
  /:\s*\S/.test(heading) ||
  /^(?:[-–+•]|như |lưu|\d)/iu.test(next) ||
  (heading.endsWith(':') && next !== '');

function inTable(rows: string[][][], at: number): Closing {
  const columns = columnsOf(rows);
  const index = columns.findIndex((lines) => lines.some((line) => COPIES.test(plain(line))));
  const column = columns[index]!;
  const from = column.findIndex((line) => COPIES.test(plain(line)));
  const others = columns.filter((_, i) => i !== index);
  const signature = [...column.slice(0, from), ...others.flat()]
    .map(plain)
    .filter((text) => !isRule(text));
  return { ...listed(heading(column.slice(from))), signature, from: at, to: at + 1 };
}

/** Lines of two columns that tabs make: Nơi nhận on the left, the signature on the right. */
function inLines(pieces: Piece[], at: number): Closing {
  const lines: string[] = [];
  const signature: string[] = [];
  let to = at;
  let isArchived = false;
  for (; to < pieces.length; to += 1) {
    const piece = pieces[to]!;
    if ('rows' in piece) break;
    const [left = '', ...right] = segments(piece.markdown);
    const isNext = to > at && right.length === 0;
    if (isNext && (isSignature(left) || isAnnex(left) || left.length > 200)) break;
    if (isNext && isArchived && !/^[-–+•(]/.test(left) && /[.]$/.test(lines.at(-1) ?? '')) break;
    const isBoth = right.length > 0;
    if (isBoth || /^\t/.test(piece.markdown)) signature.push(...right);
    lines.push(left);
    isArchived ||= /^[-–+•]?\s*Lưu\s*:/iu.test(left);
  }
  return { ...listed(heading(lines)), signature, from: at, to };
}

const heading = ([first = '', ...rest]: string[]) => [plain(first).replace(COPIES, ''), ...rest];

/** The signature above or below, where it is not beside. */
function withSignatureAround(pieces: Piece[], closing: Closing): Closing {
  if (signerOf(closing.signature) !== undefined) return closing;
  const next = pieces[closing.to];
  if (next && 'rows' in next && linesOf(next).some((line) => isSignature(plain(line)))) {
    const signature = linesOf(next).map(plain);
    return { ...closing, signature, to: closing.to + 1 };
  }
  const to = signatureTo(pieces, closing.to);
  if (to > closing.to) {
    const below = pieces.slice(closing.to, to).flatMap(linesOf).map(plain);
    return { ...closing, signature: [...closing.signature, ...below], to };
  }
  if (closing.signature.some(namesPost)) return closing;
  const from = signatureFrom(pieces, closing.from);
  const above = pieces.slice(from, closing.from).flatMap(linesOf).map(plain);
  return { ...closing, signature: [...above, ...closing.signature], from };
}
