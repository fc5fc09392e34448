import { MM } from '../printed-page.ts';
import { both, drop, move, spoil, word, type SpoiltPage } from './spoiling.ts';

/** Paper, margins, page numbers and fonts. */
export const SPOILT_PAPER: SpoiltPage[] = [
  [
    'paper longer than A4',
    ['page.paper'],
    (sheet) => (sheet.size = [210 * MM, 310 * MM]),
    'Khổ giấy, trang 1',
  ],
  [
    'a line in the left margin',
    ['page.margin'],
    move('recipient-2', { x: -2 * MM }),
    'Lề trái, trang 2',
  ],
  [
    'a line in the right margin',
    ['page.margin'],
    spoil('line-2', () => ({ right: 196.5 * MM })),
    'Lề phải, trang 1',
  ],
  [
    'letterhead in the top margin',
    ['page.margin'],
    both(move('nation', { y: -6 }), move('parent', { y: -6 })),
    'Lề trên, trang 1',
  ],
  [
    'a line in the bottom margin',
    ['page.margin'],
    spoil('name', () => ({ y: 800 })),
    'Lề dưới, trang 2',
  ],
  [
    'letterhead far below the top',
    ['page.margin'],
    (sheet) => {
      for (const piece of sheet.pieces) if (!piece.page) piece.y += 30;
      for (const drawn of sheet.rules) drawn.y += 30;
      move('opening', { y: 30 })(sheet);
      move('line', { y: 30 })(sheet);
    },
    'Lề trên, trang 1',
  ],
  [
    'two lines on each other',
    ['page.overlap'],
    spoil('recipient-3', () => ({ y: 170 })),
    'Trang 2',
  ],
  ['no page number', ['page-number.value'], drop('page-number'), 'Số trang, trang 2'],
  ['a wrong page number', ['page-number.value'], word('page-number', '3'), 'Số trang, trang 2'],
  [
    'a number on the first page',
    ['page-number.value'],
    (sheet) =>
      sheet.pieces.push({
        ...sheet.pieces.find(({ id }) => id === 'page-number')!,
        page: 1,
        text: '1',
      }),
    'Số trang, trang 1',
  ],
  [
    'the page number at the foot',
    ['page-number.position'],
    spoil('page-number', () => ({ y: 815 })),
    'Số trang, trang 2',
  ],
  [
    'the page number at the side',
    ['page-number.position'],
    spoil('page-number', () => ({ x: 500 })),
    'Số trang, trang 2',
  ],
  [
    'a bold page number',
    ['page-number.form'],
    spoil('page-number', () => ({ font: 'bold' })),
    'Số trang, trang 2',
  ],
  [
    'a small page number',
    ['page-number.form'],
    spoil('page-number', () => ({ size: 11 })),
    'Số trang, trang 2',
  ],
  [
    'a page number with dashes',
    ['page-number.form'],
    word('page-number', '- 2 -'),
    'Số trang, trang 2',
  ],
  [
    'a font that is not in the file',
    ['font.embedded'],
    spoil('page-number', () => ({ font: 'Times-Roman' })),
    'Phông chữ',
  ],
  [
    'a font without serifs',
    ['font.embedded', 'font.times'],
    spoil('page-number', () => ({ font: 'Helvetica' })),
    'Phông chữ',
  ],
  ['blue words', ['font.colour'], spoil('authority', () => ({ colour: '#1144cc' })), 'Trang 2'],
];
