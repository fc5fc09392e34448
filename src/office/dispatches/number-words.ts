import { shortDate } from '../../platform/time/vietnam-time.ts';
import type { Dispatch } from './dispatch.entity.ts';

/** Decree 30/2020/NĐ-CP, Annex I, II.3: Arabic digits, a leading zero below 10. */
export const printedNumber = (number: number): string => String(number).padStart(2, '0');

/** `05/STTTT-CNTT-VT` once issued; the symbol alone before. */
export function reference({ number, symbol }: Pick<Dispatch, 'number' | 'symbol'>): string {
  return number === null ? symbol : `${printedNumber(number)}/${symbol}`;
}

/** What is wrong with a number whose page bears another day than today: to whoever signs, and to the clerk. */
export const ofAnotherDay = (dispatch: Numbered) => {
  const number = `Số ${reference(dispatch)} ghi ngày ${shortDate(dispatch.issuedOn!)}`;
  return {
    signer: `${number}, không phải hôm nay. Đề nghị văn thư lấy số mới rồi ký.`,
    clerk: `${number} chưa được ký trong ngày: số ấy bị hủy và ghi lý do trong sổ.`,
  };
};

type Numbered = Pick<Dispatch, 'number' | 'symbol' | 'issuedOn'>;
