import { rulesOf } from '../../dispatches/document-types.ts';
import { typedDraft, type DraftValues } from '../draft-form.ts';
import type { Piece } from '../word/from-word.ts';
import { markdownOf } from '../word/markdown-of.ts';
import { closingOf } from './closing.ts';
import { letterheadOf } from './letterhead.ts';
import { lineText, plain } from './plain.ts';

/** A draft of Word as the form has it. */
export interface Recognised {
  values: DraftValues;
  /** Which parts were found: `Trích yếu`, `Kính gửi` … */
  found: string[];
  /** What stands in the file and has no place here, with the reason. */
  left: string[];
  /** Who signs, by the last line of the signature. */
  signer?: string;
}

const SALUTATION = /^(?:Kính gửi|Trân trọng kính mời|Điện)\s*:/iu;
const BASIS = /^Căn cứ\s/u;

/** Tells body, abstract, addressees and recipient lines of a dispatch apart. */
export function recognise(pieces: Piece[]): Recognised {
  const head = letterheadOf(pieces);
  const closing = closingOf(pieces.slice(head.length));
  const text = pieces.slice(head.length, closing && head.length + closing.from);
  const after = closing ? pieces.slice(head.length + closing.to) : [];
  const { addressees, rest } = addressed(text);
  const isLetter = !head.type || rulesOf(head.type).title === undefined;
  const bases = isLetter ? [] : leadingBases(rest);
  const body = rest.slice(bases.length).map(markdownOf).join('\n\n');
  const copies = closing?.copies ?? [];
  const values = typedDraft({
    type: head.type ?? 'cong-van',
    urgency: 'normal',
    abstract: head.abstract ?? '',
    symbol: head.symbol ?? '',
    legalBases: bases.map(plain).map(lineText).join('\n'),
    body,
    addressees: addressees.map((line) => ({ text: line })),
    copies: copies.map((line) => ({ text: line })),
    annexes: annexOf(after),
  });
  const found = [
    ...(head.type ? [`Loại: ${rulesOf(head.type).name}`] : []),
    ...(head.abstract ? ['Trích yếu'] : []),
    ...(head.symbol ? ['Ký hiệu'] : []),
    ...(addressees.length > 0 ? [`Kính gửi (${addressees.length})`] : []),
    ...(bases.length > 0 ? [`Căn cứ (${bases.length})`] : []),
    ...(body ? ['Nội dung'] : []),
    ...(copies.length > 0 ? [`Nơi nhận (${copies.length})`] : []),
    ...(after.length > 0 ? ['Phụ lục'] : []),
  ];
  const left = [
    ...(head.length > 0 ? ['Tên cơ quan, Quốc hiệu, số và ngày: hệ thống tự in.'] : []),
    ...(closing?.signature.length
      ? [`Phần ký (${closing.signature.join(', ')}): chọn ở ô Người ký.`]
      : []),
  ];
  return { values, found, left, signer: closing?.signature.at(-1) };
}

/** The line Kính gửi, in a table or not, and the items right under it. */
function addressed(pieces: Piece[]): { addressees: string[]; rest: Piece[] } {
  const linesOf = (piece: Piece) => ('rows' in piece ? piece.rows.flat(2) : [piece.markdown]);
  const at = pieces
    .slice(0, 6)
    .findIndex((piece) => linesOf(piece).some((line) => SALUTATION.test(plain(line))));
  if (at < 0) return { addressees: [], rest: pieces };
  let to = at + 1;
  while (to < pieces.length && /^[-+] /.test(linesOf(pieces[to]!)[0] ?? '')) to += 1;
  const lines = pieces.slice(at, to).flatMap(linesOf);
  const addressees = lines
    .map((line) => plain(line).replace(SALUTATION, ''))
    .flatMap((line) => line.split(';'))
    .map(lineText)
    .filter(Boolean);
  return { addressees, rest: [...pieces.slice(0, at), ...pieces.slice(to)] };
}

function leadingBases(pieces: Piece[]): string[] {
  const bases: string[] = [];
  for (const piece of pieces) {
    if ('rows' in piece || !BASIS.test(plain(piece.markdown))) break;
    bases.push(piece.markdown);
  }
  return bases;
}

function annexOf([first, ...rest]: Piece[]): { title: string; body: string }[] {
  if (!first) return [];
  const isTitled = 'markdown' in first;
  const title = isTitled ? plain(first.markdown) : 'Phụ lục';
  const body = (isTitled ? rest : [first, ...rest]).map(markdownOf).join('\n\n');
  return [{ title: title.slice(0, 300), body }];
}
