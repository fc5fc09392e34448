import { both, drop, move, rule, spoil, word, type SpoiltPage } from './spoiling.ts';

/** Components that are missing, of the wrong form or in the wrong place. */
export const SPOILT_COMPONENTS: SpoiltPage[] = [
  ['no motto', ['component.printed'], drop('motto'), 'Tiêu ngữ'],
  [
    'a hyphen of the motto without its space',
    ['motto.form'],
    word('motto', 'Độc lập- Tự do - Hạnh phúc'),
    'Tiêu ngữ',
  ],
  ['no national name', ['component.printed'], drop('nation'), 'Quốc hiệu'],
  ['no place and date', ['component.printed'], drop('date'), 'Địa danh, ngày tháng'],
  ['no number', ['component.printed'], drop('number'), 'Số, ký hiệu'],
  ['no abstract', ['component.printed'], drop('abstract'), 'Trích yếu'],
  ['a paragraph left out', ['component.printed'], drop('opening'), 'Nội dung, đoạn 1'],
  [
    'a word left out',
    ['component.printed'],
    word('line-3', 'hiện và xử lý nghiêm các hành vi vi phạm trên không gian mạng; phổ biến'),
    'Nội dung, đoạn 2',
  ],
  ['a recipient left out', ['component.printed'], drop('recipient-2'), 'Nơi nhận, dòng 2'],
  ['no name', ['component.printed'], drop('name'), 'Họ tên người ký'],
  [
    'a big motto',
    ['component.size'],
    both(
      spoil('motto', () => ({ size: 15 })),
      rule('motto', () => 181),
    ),
    'Tiêu ngữ',
  ],
  [
    'a big list of recipients',
    ['component.size'],
    spoil('recipient-1', () => ({ size: 12 })),
    'Nơi nhận, dòng 1',
  ],
  ['a small body', ['component.size'], spoil('opening', () => ({ size: 12 })), 'Nội dung, đoạn 1'],
  [
    'a bold parent body',
    ['component.weight'],
    spoil('parent', () => ({ font: 'bold' })),
    'Tên cơ quan chủ quản',
  ],
  [
    'a light authority',
    ['component.weight'],
    spoil('authority', () => ({ font: 'regular' })),
    'Quyền hạn, chức vụ',
  ],
  [
    'an upright date',
    ['component.slant'],
    spoil('date', () => ({ font: 'regular' })),
    'Địa danh, ngày tháng',
  ],
  [
    'a slanting abstract',
    ['component.slant'],
    spoil('abstract', () => ({ font: 'italic' })),
    'Trích yếu',
  ],
  [
    'a parent body in small letters',
    ['component.capitals'],
    word('parent', 'UBND tỉnh Hưng Yên'),
    'Tên cơ quan chủ quản',
  ],
  [
    'an addressee below the opening',
    ['component.order'],
    both(
      spoil('addressee', () => ({ y: 230 })),
      spoil('opening', () => ({ y: 200 })),
    ),
    'Nội dung',
  ],
  [
    'an abstract on the right',
    ['letterhead.columns', 'letterhead.centred'],
    spoil('abstract', () => ({ x: 428 })),
    'Trích yếu',
  ],
  ['a number off its centre', ['letterhead.centred'], move('number', { x: 25 }), 'Số, ký hiệu'],
  [
    'a date below the number',
    ['letterhead.number-and-date-level'],
    move('date', { y: 12 }),
    'Địa danh, ngày tháng',
  ],
  [
    'an abstract close to the number',
    ['letterhead.abstract-gap'],
    move('abstract', { y: -6 }),
    'Trích yếu',
  ],
  ['no rule below the motto', ['component.rule-below'], (sheet) => sheet.rules.pop(), 'Tiêu ngữ'],
  [
    'a short rule below the motto',
    ['component.rule-below'],
    rule('motto', (length) => length / 2),
    'Tiêu ngữ',
  ],
  [
    'a long rule below the issuing body',
    ['component.rule-below'],
    rule('issuer', (length) => length * 2),
    'Tên cơ quan ban hành',
  ],
];
