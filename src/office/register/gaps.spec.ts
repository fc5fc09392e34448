import { gapSentence } from './words.ts';
import { gapsIn } from './gaps.ts';

const issued = (number: number) => ({ year: 2026, number, fate: 'issued' as const, note: '' });
const voided = (number: number, note: string) => ({
  year: 2026,
  number,
  fate: 'void' as const,
  note,
});

describe('gaps of the register', () => {
  it('are none where every number has its document', () => {
    const lines = [1, 2, 3].map(issued);
    expect(gapsIn([{ year: 2026, first: 1, last: 3 }], lines)).toEqual([]);
  });

  it('are told with their reason, neighbours of one reason together', () => {
    const lines = [
      issued(11),
      issued(15),
      ...[12, 13, 14].map((number) => voided(number, 'Bỏ số. Sai nội dung.')),
      voided(16, 'Bỏ số. Nhầm ký hiệu.'),
    ];
    const gaps = gapsIn([{ year: 2026, first: 11, last: 16 }], lines);
    expect(gaps.map(gapSentence)).toEqual([
      'Số 12 đến 14 năm 2026: bỏ số. Sai nội dung.',
      'Số 16 năm 2026: bỏ số. Nhầm ký hiệu.',
    ]);
  });

  it('without a reason are named at the beginning, in the middle and at the end', () => {
    const gaps = gapsIn([{ year: 2026, first: 1, last: 9 }], [2, 3, 4, 7].map(issued));
    expect(gaps.map(({ first, last, fate }) => [first, last, fate])).toEqual([
      [1, 1, 'missing'],
      [5, 6, 'missing'],
      [8, 9, 'missing'],
    ]);
    expect(gapSentence(gaps[1]!)).toMatch(/^Số 5 đến 6 năm 2026: không có trong sổ/);
  });

  it('do not run from one year into the next', () => {
    const spans = [
      { year: 2025, first: 7, last: 7 },
      { year: 2026, first: 1, last: 1 },
    ];
    expect(gapsIn(spans, [])).toHaveLength(2);
  });
});
