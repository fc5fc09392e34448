import { MM } from '../printed-page.ts';
import { both, move, spoil, word, type SpoiltPage } from './spoiling.ts';

/** Running text, signature and Nơi nhận. */
export const SPOILT_TEXT: SpoiltPage[] = [
  [
    'a paragraph without indent',
    ['text.indent'],
    spoil('opening', () => ({ x: 30 * MM })),
    'Nội dung, đoạn 1',
  ],
  [
    'double line spacing',
    ['text.line-spacing'],
    spoil('line', (piece) => ({ y: 266 + (piece.y - 256) * 2 })),
    'Nội dung, đoạn 2',
  ],
  ['paragraphs without white', ['text.paragraph-gap'], move('line', { y: -8 }), 'Nội dung, đoạn 2'],
  [
    'ragged lines',
    ['text.justified'],
    spoil('line', ({ id, right }) => (right && id !== 'line-2' ? { right: 191 * MM } : {})),
    'Nội dung',
  ],
  [
    'Nơi nhận away from the margin',
    ['recipients.position'],
    move('heading', { x: 30 }),
    'Chữ "Nơi nhận:"',
  ],
  [
    'Nơi nhận below the authority',
    ['recipients.position'],
    both(move('heading', { y: 40 }), move('recipient', { y: 40 })),
    'Chữ "Nơi nhận:"',
  ],
  [
    'a signature on the left',
    ['signature.position'],
    both(
      spoil('authority', () => ({ x: 240 })),
      spoil('name', () => ({ x: 240 })),
    ),
    'Phần ký',
  ],
  ['a name off its centre', ['signature.position'], move('name', { x: 30 }), 'Họ tên người ký'],
  ['no room for a signature', ['signature.room'], spoil('name', () => ({ y: 165 })), 'Phần ký'],
  [
    'a name on the next page',
    ['signature.together'],
    (sheet) => {
      sheet.pages = 3;
      const number = sheet.pieces.find(({ id }) => id === 'page-number')!;
      sheet.pieces.push({ ...number, id: 'third', text: '3', page: 3 });
      spoil('name', () => ({ page: 3, y: 80 }))(sheet);
    },
    'Phần ký',
  ],
  ['no end mark', ['text.end-mark'], word('ending', 'Trân trọng.'), 'Nội dung, đoạn 3'],
  [
    'a recipient without its mark',
    ['recipients.closing-mark'],
    word('recipient-2', '- Lãnh đạo Sở'),
    'Nơi nhận, dòng 2',
  ],
  [
    'a last recipient without full stop',
    ['recipients.closing-mark'],
    word('recipient-3', '- Lưu: VT, CĐS;'),
    'Nơi nhận, dòng 3',
  ],
  [
    'a recipient without its dash',
    ['recipients.closing-mark'],
    word('recipient-2', 'Lãnh đạo Sở;'),
    'Nơi nhận, dòng 2',
  ],
];
