import { word, type SpoiltPage } from './spoiling.ts';

/** Number, symbol, place and date. */
export const SPOILT_NUMBER: SpoiltPage[] = [
  ['spaces in the number', ['number.form'], word('number', 'Số: 128 / SKHCN-CĐS'), 'Số, ký hiệu'],
  ['zeros before a number', ['number.form'], word('number', 'Số: 0128/SKHCN-CĐS'), 'Số, ký hiệu'],
  [
    'the number of another dispatch',
    ['number.agrees'],
    word('number', 'Số: 129/SKHCN-CĐS'),
    'Số, ký hiệu',
  ],
  [
    'the symbol of another dispatch',
    ['number.agrees'],
    word('number', 'Số: 128/SKHCN-VP'),
    'Số, ký hiệu',
  ],
  [
    'a day without its zero',
    ['date.form'],
    word('date', 'Hưng Yên, ngày 9 tháng 3 năm 2026'),
    'Địa danh, ngày tháng',
  ],
  [
    'a month with a zero',
    ['date.form'],
    word('date', 'Hưng Yên, ngày 09 tháng 03 năm 2026'),
    'Địa danh, ngày tháng',
  ],
  [
    'a date without comma',
    ['date.form'],
    word('date', 'Hưng Yên ngày 09 tháng 3 năm 2026'),
    'Địa danh, ngày tháng',
  ],
  [
    'another date',
    ['date.agrees'],
    word('date', 'Hưng Yên, ngày 10 tháng 3 năm 2026'),
    'Địa danh, ngày tháng',
  ],
  [
    'another place',
    ['date.agrees'],
    word('date', 'Thái Bình, ngày 09 tháng 3 năm 2026'),
    'Địa danh, ngày tháng',
  ],
];
