import type { Gap } from './register.schemas.ts';

/** `Số 12 đến 14 năm 2026: bỏ, …` */
export function gapSentence({ year, first, last, reason }: Gap): string {
  const numbers = first === last ? `Số ${first}` : `Số ${first} đến ${last}`;
  return `${numbers} năm ${year}: ${reason.charAt(0).toLocaleLowerCase('vi')}${reason.slice(1)}`;
}
