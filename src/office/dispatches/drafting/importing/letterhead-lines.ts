import type { Circulation, Urgency } from '../../dispatch.entity.ts';
import { isRule, isUpper } from './plain.ts';

const NATION =
  /CỘNG H[ÒO][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐỘC LẬP\s*[-–]\s*TỰ DO\s*[-–]\s*HẠNH PHÚC/iu;
const DAY = String.raw`[Nn]gày[\d….\s_/]*tháng[\d….\s_/]*năm[\d….\s_/]*`;
/** A place and a date and nothing else: a comma between, or a place in capital letters. */
const DATE = new RegExp(
  String.raw`^(?:[^,;:]{2,45},\s*|(?:\p{Lu}[\p{Ll}.]*\s+){1,5})?${DAY}$`,
  'u',
);
const DATE_AT_END = new RegExp(
  String.raw`\s(?:(?:TP\.?\s*)?(?:\p{Lu}\p{Ll}+\s*){1,5},?\s*)${DAY}$`,
  'u',
);
const NUMBER = /^Số\s*:?\s*[\d….\s_]*\s*[/-]\s*\p{Lu}[\p{L}\d&]*|^Số\s*:\s*[\d….\s_]*\/?[\s….]*$/u;
const SYMBOL =
  /^Số\s*:?\s*[\d….\s_]*[/-]\s*([\p{Lu}\d][\p{L}\d]*(?:\s?[-–]\s?[\p{Lu}\d][\p{L}\d]*)*)/u;
const SUBJECT = /^V\s*\/\s*v\s*[:.]?\s*(.*)$/iu;
const DRAFT = /^\(?(?:BẢN\s+)?DỰ THẢO(?:\s+LẦN)?[\s\d.:)]*$/iu;
const PAPER = /^Mẫu(?:\s+số)?\s*[\d.]+[:.]?$/iu;

export const isNation = (text: string): boolean => NATION.test(text);
export const isDate = (text: string): boolean => DATE.test(text);
export const subjectOf = (text: string): string | undefined => SUBJECT.exec(text)?.[1];

/** `STTTT-BCVT` of `Số:   /STTTT - BCVT`; nothing for what is no line of a number. */
export function numberOf(text: string): { symbol?: string } | undefined {
  if (!NUMBER.test(text) || text.length > 70) return undefined;
  const symbol = SYMBOL.exec(text)?.[1]?.replace(/\s*[-–]\s*/g, '-');
  return { symbol };
}

/** What stands on the left where two columns were made with blanks. */
export const withoutRightColumn = (text: string): string =>
  text.replace(NATION, '').replace(DATE_AT_END, '').replace(NATION, '').trim();

/** A mark is often typed within brackets or stars. */
const bare = (text: string) => text.replace(/^[\s()[\]*“"]+|[\s()[\]*”".!]+$/gu, '');

export function urgencyOf(text: string): Urgency | undefined {
  const mark = bare(text);
  if (/^KHẨN$/u.test(mark)) return 'urgent';
  if (/^THƯỢNG KHẨN$/u.test(mark)) return 'very-urgent';
  return /^H(?:ỎA|OẢ) TỐC(?:\s+HẸN GIỜ)?$/u.test(mark) ? 'express' : undefined;
}

/** Also a half of a mark, which stands on two lines in a small box. */
export function circulationOf(text: string): Circulation | undefined {
  const mark = bare(text);
  if (/^(?:XEM XONG|(?:XEM XONG )?TRẢ LẠI)$/iu.test(mark)) return 'return-after-reading';
  return /^(?:LƯU HÀNH|(?:LƯU HÀNH )?NỘI BỘ)$/iu.test(mark) ? 'internal' : undefined;
}

/** Lines of a letterhead that say nothing a draft has: names of agencies only where there is a letterhead. */
export const isFiller = (text: string): boolean =>
  isRule(text) || DRAFT.test(text) || PAPER.test(text);
export const isAgency = (text: string): boolean => isUpper(text) && text.length < 100;
