import { annexI } from '../../finding.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

export const textOf = (input: CheckInput, kind: 'number' | 'place-and-date') =>
  input
    .one(kind)
    ?.map((line) => line.text)
    .join(' ');

/** Annex I, II.3: `Số: 05/STTTT-CNTT-VT`: a zero below 10 and no other, slash and hyphens without spaces. */
export const NUMBER_FORM: PageRule = {
  id: 'number.form',
  clause: annexI('II.3'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const text = textOf(input, 'number');
    if (text === undefined) return;
    const place = 'Số, ký hiệu';
    const [, number = '', , symbol = ''] = /^Số:\s*(\S*?)(\s*\/\s*)(.*)$/iu.exec(text) ?? [];
    if (number !== '' && !/^(0[1-9]|[1-9]\d{1,5})[a-z]?$/.test(number)) {
      const message = `Số văn bản ghi là "${number}".`;
      const remedy = 'Ghi số bằng chữ số Ả Rập; số nhỏ hơn 10 ghi thêm số 0 phía trước, ví dụ 05.';
      yield { place, message, remedy };
    }
    // The blank of a number that is filled in later is as wide as the longest.
    const filledIn = input.one('number')?.some((line) => line.glyphs.some((one) => one.annotation));
    const gaps = /\/\s+\S|\s-|-\s/.test(text) || (!filledIn && /\d\s+\//.test(text));
    if ((gaps || /\s/.test(symbol.trim())) && number !== '') {
      const message = `Có dấu cách trong số, ký hiệu: "${text}".`;
      yield { place, message, remedy: 'Viết liền: số, dấu gạch chéo, ký hiệu, dấu gạch nối.' };
    }
  },
};

/** Annex I, II.4.b: `Thái Bình, ngày 05 tháng 3 năm 2024`: a zero for days below 10 and for months 1 and 2 only. */
export const DATE_FORM: PageRule = {
  id: 'date.form',
  clause: annexI('II.4.b'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const text = textOf(input, 'place-and-date');
    if (text === undefined) return;
    const fault = (message: string, remedy: string): PageFault => ({
      place: 'Địa danh, ngày tháng',
      message,
      remedy,
    });
    if (!/^[^,]+, ngày/u.test(text)) {
      yield fault('Thiếu địa danh hoặc dấu phẩy sau địa danh.', 'Ghi địa danh, dấu phẩy rồi ngày.');
    }
    const [, day = '', month = '', year = ''] =
      /ngày\s*(\d*)\s*tháng\s*(\d*)\s*năm\s*(\d*)/u.exec(text) ?? [];
    if (day === '' && month === '') return;
    if (!/^(0[1-9]|[12]\d|3[01])$/.test(day) || !/^(01|02|[3-9]|1[0-2])$/.test(month)) {
      yield fault(
        `Ghi "ngày ${day} tháng ${month}".`,
        'Thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2; các tháng khác không thêm.',
      );
    } else if (!isReal(Number(day), Number(month), Number(year))) {
      yield fault(`Không có ngày ${day} tháng ${month} năm ${year}.`, 'Ghi một ngày có thật.');
    }
  },
};

function isReal(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
