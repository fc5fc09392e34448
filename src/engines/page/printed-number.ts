import { RenderError } from './render-error.ts';

/** Numbers below 10 get a leading zero (Annex I, II.3.a). */
export function printedNumber(number: string): string {
  if (!/^\d{1,6}[a-z]?$/.test(number) || /^0+$/.test(number)) {
    throw new RenderError(
      'number-form',
      `Số văn bản "${number}" không đúng: chỉ ghi chữ số Ả Rập, từ 01, nhiều nhất sáu chữ số.`,
    );
  }
  return /^\d$/.test(number) ? `0${number}` : number;
}

export interface PrintedDate {
  day: string;
  month: string;
  year: string;
}

/** Days below 10 and the months 1 and 2 get a leading zero (Annex I, II.4.b). */
export function printedDate(date: string): PrintedDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const parsed = new Date(`${date}T00:00:00Z`);
  if (!day || Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) {
    throw new RenderError('date-form', `Ngày ban hành "${date}" không phải là một ngày có thật.`);
  }
  return { day, month: Number(month) <= 2 ? month! : String(Number(month)), year: year! };
}
