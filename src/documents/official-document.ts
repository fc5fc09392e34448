import type { Block } from '../dispatches/body.ts';

/** Urgency of Decree 30/2020/NĐ-CP, Annex I, III.2: three levels, or none. */
export type UrgencyMark = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';

/** Everything that is printed on the paper of a dispatch, already in words; no identities, no database. */
export interface OfficialDocument {
  /** Parent body, printed in capitals, not bold: `ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH`. */
  parentBody?: string;
  issuingBody: string;
  /** Printed number, already padded below 10 (`05`); absent while the dispatch is a draft. */
  number?: string;
  symbol: string;
  place: string;
  /** Calendar date in Vietnam, `YYYY-MM-DD`; absent while the dispatch is a draft. */
  date?: string;
  /** Year printed while the date is open. */
  year: number;
  urgency?: UrgencyMark;
  /** Without the leading `V/v`. */
  abstract: string;
  addressees: string[];
  body: Block[];
  /** Nơi nhận, in print order, without dash and without closing `;` or `.`. */
  recipientLines: string[];
  /** One entry per printed line: `['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']`. */
  authority: string[];
  signerName: string;
}
