import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

const WORDED = /(?<!\p{L})ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?/giu;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;

/** Annex I, II.4.b, applied to dates in running words: a zero for days below 10 and the months 1 and 2. */
export const TEXT_DATE_FORM: WordRule = {
  id: 'wording.date-form',
  clause: annexI('II.4.b'),
  severity: 'warning',
  *find({ texts }: Words): Generator<Fault> {
    for (const { place, text } of texts) {
      for (const [found, day = '', month = '', year] of text.matchAll(WORDED)) {
        const padded = day.padStart(2, '0');
        const wanted = Number(month) <= 2 ? month.padStart(2, '0') : String(Number(month));
        if (day === padded && month === wanted) continue;
        const ending = year === undefined ? '' : ` năm ${year}`;
        yield {
          place,
          message: `Ngày tháng ghi là "${found}".`,
          remedy: `Ghi "ngày ${padded} tháng ${wanted}${ending}".`,
        };
      }
    }
  },
};

/** A day that no calendar has. */
export const TEXT_DATE_REAL: WordRule = {
  id: 'wording.date-real',
  clause: annexI('II.4.b'),
  severity: 'warning',
  *find({ texts }: Words): Generator<Fault> {
    for (const { place, text } of texts) {
      for (const pattern of [WORDED, SLASHED]) {
        for (const [found, day, month, year] of text.matchAll(pattern)) {
          const [d, m, y] = [Number(day), Number(month), Number(year ?? 2024)];
          const date = new Date(Date.UTC(y, m - 1, d));
          if (date.getUTCMonth() === m - 1 && date.getUTCDate() === d) continue;
          yield {
            place,
            message: `Không có ngày này: "${found}".`,
            remedy: 'Kiểm tra lại ngày, tháng, năm.',
          };
        }
      }
    }
  },
};
