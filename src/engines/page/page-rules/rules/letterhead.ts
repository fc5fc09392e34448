import type { ComponentKind } from '../component-forms.ts';
import { COMPONENT_FORMS } from '../component-forms.ts';
import { annexI } from '../../finding.ts';
import { bottomOf, centreOf, MM, type PrintedLine, topOf } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

const OFF_CENTRE = 4 * MM;

const middleOf = (lines: PrintedLine[]) =>
  (Math.min(...lines.map(({ x }) => x)) + Math.max(...lines.map(({ right }) => right))) / 2;

/** Annex I, IV: the national name in the right half, the agencies in the left. */
export const COLUMNS: PageRule = {
  id: 'letterhead.columns',
  clause: annexI('IV'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const middle = input.file.pages[0]!.width / 2;
    const sides: [ComponentKind, boolean][] = [
      ['national-name', true],
      ['motto', true],
      ['place-and-date', true],
      ['parent-body', false],
      ['issuing-body', false],
      ['number', false],
      ['letter-abstract', false],
    ];
    for (const [kind, right] of sides) {
      const lines = input.one(kind);
      if (!lines || (lines[0]!.page === 1 && middleOf(lines) > middle === right)) continue;
      const side = right ? 'phải' : 'trái';
      yield {
        place: COMPONENT_FORMS[kind].name,
        message: `Không ở nửa bên ${side} phía đầu trang thứ nhất.`,
        remedy: `Chuyển thành phần này sang cột bên ${side} của phần đầu văn bản.`,
      };
    }
  },
};

/** Who is centred under whom: Annex I, II.1.b, II.2.b, II.3.b, II.4.b and II.5.b. */
const CENTRED: [ComponentKind, ComponentKind][] = [
  ['motto', 'national-name'],
  ['issuing-body', 'parent-body'],
  ['number', 'issuing-body'],
  ['place-and-date', 'national-name'],
  ['letter-abstract', 'issuing-body'],
];

export const CENTRING: PageRule = {
  id: 'letterhead.centred',
  clause: annexI('II.1 đến II.5'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    for (const [lower, upper] of CENTRED) {
      const [below, above] = [input.one(lower), input.one(upper)];
      if (!below || !above) continue;
      // White that is kept for a number or a date may end the line before its last word.
      if (isOpen(input, lower) || Math.abs(middleOf(below) - middleOf(above)) < OFF_CENTRE)
        continue;
      yield {
        clause: COMPONENT_FORMS[lower].clause,
        place: COMPONENT_FORMS[lower].name,
        message: `Chưa canh giữa dưới ${COMPONENT_FORMS[upper].name}.`,
        remedy: `Canh giữa dưới ${COMPONENT_FORMS[upper].name}.`,
      };
    }
  },
};

function isOpen({ circumstances }: CheckInput, kind: ComponentKind): boolean {
  if (kind === 'number') return circumstances.numberIsOpen;
  return kind === 'place-and-date' && circumstances.dateIsOpen;
}

/** Annex I, II.4.b: place and date on the line of the number. */
export const SAME_ROW: PageRule = {
  id: 'letterhead.number-and-date-level',
  clause: annexI('II.4.b'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const [number, date] = [input.one('number')?.[0], input.one('place-and-date')?.[0]];
    if (!number || !date || number.page !== date.page || Math.abs(number.y - date.y) < 3) return;
    yield {
      place: 'Địa danh, ngày tháng',
      message: 'Địa danh và thời gian không cùng dòng với số, ký hiệu.',
      remedy: 'Đặt địa danh và thời gian trên cùng một dòng với số, ký hiệu văn bản.',
    };
  },
};

/** Annex I, II.5.b: 6 points between the number and the abstract of a công văn. */
export const ABSTRACT_GAP: PageRule = {
  id: 'letterhead.abstract-gap',
  clause: annexI('II.5.b'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const [number, abstract] = [input.one('number')?.at(-1), input.one('letter-abstract')?.[0]];
    if (!number?.isSized || !abstract?.isSized) return;
    const gap = topOf(abstract) - bottomOf(number);
    if (gap < 0 || gap > 5) return;
    yield {
      place: 'Trích yếu',
      message: `Trích yếu cách dòng số, ký hiệu ${gap.toFixed(1).replace('.', ',')} pt.`,
      remedy: 'Để cách dòng 6 pt giữa số, ký hiệu và trích yếu.',
    };
  },
};

/** Annex I, II.5.a: type name and abstract in the middle of the page. */
export const TITLE_CENTRED: PageRule = {
  id: 'title.centred',
  clause: annexI('II.5.a'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    // Between margins of 35 and 15 mm the middle of the text lies 10 mm to the right of that of the paper.
    const middle = input.file.pages[0]!.width / 2 + 5 * MM;
    for (const kind of ['type-name', 'title-abstract'] as const) {
      const off = input.one(kind)?.some((line) => Math.abs(centreOf(line) - middle) > 7 * MM);
      if (!off) continue;
      yield {
        place: COMPONENT_FORMS[kind].name,
        message: 'Chưa canh giữa theo chiều ngang văn bản.',
        remedy: 'Canh giữa tên loại và trích yếu.',
      };
    }
  },
};
