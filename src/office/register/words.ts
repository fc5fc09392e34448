import type { Gap, RegisterLine } from './register.schemas.ts';

/** `Số 12 đến 14 năm 2026: bỏ, …` */
export function gapSentence({ year, first, last, reason }: Gap): string {
  const numbers = first === last ? `Số ${first}` : `Số ${first} đến ${last}`;
  return `${numbers} năm ${year}: ${reason.charAt(0).toLocaleLowerCase('vi')}${reason.slice(1)}`;
}

/** That lines are without their text, for whoever takes the register along; empty when all are whole. */
export function withheldSentence(lines: Pick<RegisterLine, 'isWithheld'>[]): string {
  const withheld = lines.filter(({ isWithheld }) => isWithheld).length;
  if (withheld === 0) return '';
  return `${withheld} văn bản hạn chế đọc chỉ ghi số, ký hiệu, ngày và tên loại; văn thư in được sổ đủ các cột.`;
}
