import { MM } from '../printed-page.ts';
import { type Forgery, TYPED } from './forged-page.ts';
import { both, drop, rule, spoil, type SpoiltPage, word } from './spoiling.ts';

/** The same words as a thông báo, which has a title. */
export const NOTICE = { ...TYPED, type: 'thong-bao', symbol: 'TB-SKHCN' } as const;

/** Turns the typed letter into the page of `NOTICE`. */
export function asNotice(sheet: Forgery): void {
  drop('abstract')(sheet);
  word('number', 'Số: 128/TB-SKHCN')(sheet);
  const centred = { x: 112.5 * MM, size: 14, font: 'bold', centred: true } as const;
  const [first, second] = ['tăng cường tuyên truyền về an toàn thông tin', 'trên không gian mạng'];
  sheet.pieces.push(
    { ...centred, id: 'type-name', text: 'THÔNG BÁO', y: 150 },
    { ...centred, id: 'title-1', text: first!, y: 166 },
    { ...centred, id: 'title-2', text: second!, y: 182 },
  );
  sheet.rules.push({ id: 'title', x: 289, right: 349, y: 187 });
  spoil('addressee', () => ({ y: 215 }))(sheet);
}

export const SPOILT_NOTICE: SpoiltPage[] = [
  [
    'a title off its centre',
    ['title.centred'],
    spoil('type', () => ({ x: 250 })),
    'Tên loại văn bản',
  ],
  [
    'a light type name',
    ['component.weight'],
    spoil('type', () => ({ font: 'regular' })),
    'Tên loại văn bản',
  ],
  [
    'a type name in small letters',
    ['component.capitals'],
    word('type', 'Thông báo'),
    'Tên loại văn bản',
  ],
  [
    'a small title',
    ['component.size'],
    both(
      spoil('title', () => ({ size: 12 })),
      rule('title', (length) => (length * 12) / 14),
    ),
    'Trích yếu',
  ],
  ['a long rule below the title', ['component.rule-below'], rule('title', () => 200), 'Trích yếu'],
  ['no type name', ['component.printed'], drop('type'), 'Tên loại văn bản'],
  [
    'a type name below the title',
    ['component.order'],
    spoil('type', () => ({ y: 200 })),
    'Trích yếu',
  ],
];
