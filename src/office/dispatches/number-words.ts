import type { Dispatch } from './dispatch.entity.ts';

/** Decree 30/2020/NĐ-CP, Annex I, II.3: Arabic digits, a leading zero below 10. */
export const printedNumber = (number: number): string => String(number).padStart(2, '0');

/** `05/STTTT-CNTT-VT` once issued; the symbol alone before. */
export function reference({ number, symbol }: Pick<Dispatch, 'number' | 'symbol'>): string {
  return number === null ? symbol : `${printedNumber(number)}/${symbol}`;
}
