import type { Block } from './body.ts';
import type { DocumentType } from './document-types.ts';

/** Urgency of Decree 30/2020/NĐ-CP, Annex I, III.2: three levels, or none. */
export type UrgencyMark = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';

/** Circulation limits of Annex I, III.2.c. */
export type CirculationMark = 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ';

/** One who signs: `authority` has one entry per printed line, `['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']`. */
export interface SignatureBlock {
  authority: string[];
  /** Another post of the signer, printed above the name (Annex I, II.7.c). */
  post?: string;
  signerName: string;
}

export interface Annex {
  title: string;
  body: Block[];
}

/** Everything that is printed on the paper of a dispatch, already in words; no identities, no database. */
export interface OfficialDocument {
  /** Absent means `cong-van`. */
  type?: DocumentType;
  /** Parent body, printed in capitals, not bold: `ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH`. A newline starts a new line. */
  parentBody?: string;
  issuingBody: string;
  /** The same as written in running text, `Sở Thông tin và Truyền thông`: named in the reference of an annex. */
  issuingBodyName?: string;
  /** The other bodies of a document issued jointly; each has its own entry in `coSignatures`. */
  coIssuingBodies?: string[];
  /** Printed number, already padded below 10 (`05`); absent while the dispatch is a draft. */
  number?: string;
  symbol: string;
  place: string;
  /** Calendar date in Vietnam, `YYYY-MM-DD`; absent while the dispatch is a draft. */
  date?: string;
  /** Year printed while the date is open. */
  year: number;
  urgency?: UrgencyMark;
  circulation?: CirculationMark;
  /** Without the leading `V/v`. */
  abstract: string;
  /** Words before the addressees where they are not the usual ones: `Giám đốc Sở Nội vụ điện:`. */
  salutation?: string;
  addressees: string[];
  /** Who decides, above the legal bases of a decision: `GIÁM ĐỐC SỞ TÀI CHÍNH`. */
  decidingAuthority?: string;
  /** Căn cứ, without closing `;` or `.`. */
  legalBases?: string[];
  body: Block[];
  /** Nơi nhận, in print order, without dash and without closing `;` or `.`. */
  recipientLines: string[];
  /** One entry per printed line: `['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']`. */
  authority: string[];
  /** Another post of the signer, printed above the name (Annex I, II.7.c). */
  signerPost?: string;
  signerName: string;
  coSignatures?: SignatureBlock[];
  annexes?: Annex[];
  /** Typist's mark and number of copies: `PL.(300)` (Annex I, III.3). */
  typistMark?: string;
  /** Address, e-mail, telephone: one entry per line at the foot of page 1 (Annex I, III.4). */
  contact?: string[];
  /** Address of the page about this dispatch, printed as a QR code. */
  checkUrl?: string;
}

/** Whoever signs, in order: the issuing body first. */
export function signatureBlocks(document: OfficialDocument): SignatureBlock[] {
  const { authority, signerPost: post, signerName, coSignatures = [] } = document;
  return [{ authority, post, signerName }, ...coSignatures];
}
