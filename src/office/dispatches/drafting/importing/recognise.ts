import { rulesOf } from '../../../../engines/page/document-types.ts';
import { typedDraft } from '../draft-form.ts';
import type { DraftValues } from '../draft-values.ts';
import type { Piece } from '../../../../engines/word/from-word.ts';
import { addressed } from './addressees.ts';
import { annexesOf } from './annexes.ts';
import { basedText } from './bases.ts';
import { closingOf } from './closing.ts';
import { letterheadOf } from './letterhead.ts';
import { lineText } from './plain.ts';
import { signerOf } from './signature-lines.ts';
import { titleOf, unsupportedTitle } from './title.ts';

/** A draft of Word as the form has it. */
export interface Recognised {
  values: DraftValues;
  /** Which parts were found: `Trích yếu`, `Kính gửi` … */
  found: string[];
  /** What stands in the file and has no place here, with the reason. */
  left: string[];
  /** Who signs, by the last name in the signature. */
  signer?: string;
}

/** Tells body, abstract, addressees and recipient lines of a dispatch apart. */
export function recognise(pieces: Piece[]): Recognised {
  const head = letterheadOf(pieces);
  const title = titleOf(head.rest);
  const type = title?.type ?? 'cong-van';
  const abstract = title?.abstract ?? head.abstract ?? '';
  const { addressees, rest } = addressed(title?.rest ?? head.rest);
  const closing = closingOf(rest);
  const text = rest.slice(0, closing?.from);
  const annexes = annexesOf(closing ? rest.slice(closing.to) : []);
  const { bases, body } = basedText(text, title !== undefined, rulesOf(type).enactingWord);
  const copies = closing?.copies ?? [];
  const values = typedDraft({
    type,
    urgency: head.urgency ?? 'normal',
    circulation: head.circulation ?? '',
    abstract,
    symbol: head.symbol ?? '',
    legalBases: bases.map((piece) => lineText(piece.markdown)).join('\n'),
    body,
    addressees: addressees.map((line) => ({ text: line })),
    copies: copies.map((line) => ({ text: line })),
    annexes,
  });
  const found = [
    ...(title ? [`Loại: ${rulesOf(type).name}`] : []),
    ...(abstract ? ['Trích yếu'] : []),
    ...(head.symbol ? ['Ký hiệu'] : []),
    ...(addressees.length > 0 ? [`Kính gửi (${addressees.length})`] : []),
    ...(bases.length > 0 ? [`Căn cứ (${bases.length})`] : []),
    ...(body ? ['Nội dung'] : []),
    ...(copies.length > 0 ? [`Nơi nhận (${copies.length})`] : []),
    ...(annexes.length > 0 ? [annexes.length > 1 ? `Phụ lục (${annexes.length})` : 'Phụ lục'] : []),
  ];
  const other = title ? undefined : unsupportedTitle(head.rest);
  const left = [
    ...(head.isThere ? ['Tên cơ quan, Quốc hiệu, số và ngày: hệ thống tự in.'] : []),
    ...(closing?.signature.length
      ? [`Phần ký (${closing.signature.join(', ')}): chọn ở ô Người ký.`]
      : []),
    ...(closing?.after.length
      ? [`Dòng dưới “Lưu” (${closing.after.join(', ')}): ghi ở ô Ký hiệu người soạn thảo.`]
      : []),
    ...(other
      ? [`Loại văn bản ${other}: hệ thống chưa soạn loại này, tên loại để ở nội dung.`]
      : []),
  ];
  return { values, found, left, signer: signerOf(closing?.signature ?? []) };
}
