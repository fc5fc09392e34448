import { annexI, type Fault, type LayoutRule } from '../../finding.ts';
import type { OfficialDocument } from '../../official-document.ts';
import { COMPONENT_FORMS } from '../component-forms.ts';
import type { CheckInput } from '../check-input.ts';
import { textOf } from './number-and-date.ts';

/** A page beside the draft that it claims to print. */
export interface Comparison {
  input: CheckInput;
  document: OfficialDocument;
}

type AgreementRule = LayoutRule<Comparison>;

/** What the draft says stands on the page, word for word. */
export const PRINTED: AgreementRule = {
  id: 'component.printed',
  clause: annexI('II'),
  severity: 'error',
  *find({ input: { components } }: Comparison): Generator<Fault> {
    for (const { kind, place, lines } of components) {
      if (lines.length > 0) continue;
      yield {
        clause: COMPONENT_FORMS[kind].clause,
        place,
        message: `Không tìm thấy trên trang in: ${place}.`,
        remedy: 'Trình bày lại văn bản từ dự thảo để thành phần này được in đầy đủ.',
      };
    }
  },
};

/** The page bears the number of the draft. */
export const NUMBER_AGREES: AgreementRule = {
  id: 'number.agrees',
  clause: annexI('II.3.a'),
  severity: 'error',
  *find({ input, document }: Comparison): Generator<Fault> {
    const { number, symbol } = document;
    const text = textOf(input, 'number')?.replace(/\s+/g, '');
    if (number === undefined || text === undefined) return;
    const digits = (words: string) => words.replace(/^0+/, '');
    const printed = /^Số:([^/]*)\//iu.exec(text)?.[1] ?? '';
    if (digits(printed) === digits(number) && text.endsWith(symbol.replace(/\s+/g, ''))) return;
    yield {
      place: 'Số, ký hiệu',
      message: `Trang in ghi "${text}", dự thảo ghi "${number}/${symbol}".`,
      remedy: 'Trình bày lại văn bản từ dự thảo để số, ký hiệu khớp nhau.',
    };
  },
};

/** The page bears the date and the place of the draft. */
export const DATE_AGREES: AgreementRule = {
  id: 'date.agrees',
  clause: annexI('II.4'),
  severity: 'error',
  *find({ input, document }: Comparison): Generator<Fault> {
    const { date, place: wanted } = document;
    const text = textOf(input, 'place-and-date');
    if (text === undefined) return;
    const place = 'Địa danh, ngày tháng';
    const remedy = 'Trình bày lại văn bản từ dự thảo để địa danh, ngày tháng khớp nhau.';
    const printed = text.split(/,?\s*ngày/u)[0]!.trim();
    if (printed !== '' && printed !== wanted) {
      yield { place, message: `Trang in ghi "${printed}", dự thảo ghi "${wanted}".`, remedy };
    }
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    const [year, month, day] = (date ?? '').split('-').map(Number);
    const [printedDay, printedMonth, printedYear] = numbers.slice(-3);
    if (!date || (printedDay === day && printedMonth === month && printedYear === year)) return;
    const message = `Trang in ghi "${text}", không phải ngày của dự thảo.`;
    yield { place, message, remedy };
  },
};

export const AGREEMENT_RULES: readonly AgreementRule[] = [PRINTED, NUMBER_AGREES, DATE_AGREES];
