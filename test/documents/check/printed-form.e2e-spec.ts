import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { LAYOUT_RULES } from '../../../src/documents/check/rules.ts';
import { MM } from '../printed-page.ts';
import { drop, type Forgery, spoil, TYPED, typed } from './forged-page.ts';

const findingsOf = async (pdf: Buffer) => checkLayout(TYPED, { pdf }, { officeCode: 'SKHCN' });

const both =
  (...changes: ((sheet: Forgery) => void)[]) =>
  (sheet: Forgery) => {
    for (const change of changes) change(sheet);
  };
const move = (start: string, { x = 0, y = 0 }: { x?: number; y?: number }) =>
  spoil(start, (piece) => ({ x: piece.x + x, y: piece.y + y }));
const rule = (id: string, change: (length: number) => number) => (sheet: Forgery) => {
  const drawn = sheet.rules.find((one) => one.id === id)!;
  const middle = (drawn.x + drawn.right) / 2;
  const half = change(drawn.right - drawn.x) / 2;
  Object.assign(drawn, { x: middle - half, right: middle + half });
};

/** What is spoilt, the rules that say so (no other may), and the place they name. */
const SPOILT: [string, string[], (sheet: Forgery) => void, string][] = [
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
  [
    'a wrong page number',
    ['page-number.value'],
    spoil('page-number', () => ({ text: '3' })),
    'Số trang, trang 2',
  ],
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
    spoil('page-number', () => ({ text: '- 2 -' })),
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
  ['no motto', ['component.printed'], drop('motto'), 'Tiêu ngữ'],
  ['no national name', ['component.printed'], drop('nation'), 'Quốc hiệu'],
  ['no place and date', ['component.printed'], drop('date'), 'Địa danh, ngày tháng'],
  ['no number', ['component.printed'], drop('number'), 'Số, ký hiệu'],
  ['no abstract', ['component.printed'], drop('abstract'), 'Trích yếu'],
  ['a paragraph left out', ['component.printed'], drop('opening'), 'Nội dung, đoạn 1'],
  [
    'a word left out',
    ['component.printed'],
    spoil('line-3', () => ({
      text: 'hiện và xử lý nghiêm các hành vi vi phạm trên không gian mạng; phổ biến',
    })),
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
    spoil('parent', () => ({ text: 'UBND tỉnh Hưng Yên' })),
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
  [
    'no end mark',
    ['text.end-mark'],
    spoil('ending', () => ({ text: 'Trân trọng.' })),
    'Nội dung, đoạn 3',
  ],
  [
    'spaces in the number',
    ['number.form'],
    spoil('number', () => ({ text: 'Số: 128 / SKHCN-CĐS' })),
    'Số, ký hiệu',
  ],
  [
    'zeros before a number',
    ['number.form'],
    spoil('number', () => ({ text: 'Số: 0128/SKHCN-CĐS' })),
    'Số, ký hiệu',
  ],
  [
    'the number of another dispatch',
    ['number.agrees'],
    spoil('number', () => ({ text: 'Số: 129/SKHCN-CĐS' })),
    'Số, ký hiệu',
  ],
  [
    'the symbol of another dispatch',
    ['number.agrees'],
    spoil('number', () => ({ text: 'Số: 128/SKHCN-VP' })),
    'Số, ký hiệu',
  ],
  [
    'a day without its zero',
    ['date.form'],
    spoil('date', () => ({ text: 'Hưng Yên, ngày 9 tháng 3 năm 2026' })),
    'Địa danh, ngày tháng',
  ],
  [
    'a month with a zero',
    ['date.form'],
    spoil('date', () => ({ text: 'Hưng Yên, ngày 09 tháng 03 năm 2026' })),
    'Địa danh, ngày tháng',
  ],
  [
    'a date without comma',
    ['date.form'],
    spoil('date', () => ({ text: 'Hưng Yên ngày 09 tháng 3 năm 2026' })),
    'Địa danh, ngày tháng',
  ],
  [
    'another date',
    ['date.agrees'],
    spoil('date', () => ({ text: 'Hưng Yên, ngày 10 tháng 3 năm 2026' })),
    'Địa danh, ngày tháng',
  ],
  [
    'another place',
    ['date.agrees'],
    spoil('date', () => ({ text: 'Thái Bình, ngày 09 tháng 3 năm 2026' })),
    'Địa danh, ngày tháng',
  ],
  [
    'a recipient without its mark',
    ['recipients.closing-mark'],
    spoil('recipient-2', () => ({ text: '- Lãnh đạo Sở' })),
    'Nơi nhận, dòng 2',
  ],
  [
    'a last recipient without full stop',
    ['recipients.closing-mark'],
    spoil('recipient-3', () => ({ text: '- Lưu: VT, CĐS;' })),
    'Nơi nhận, dòng 3',
  ],
  [
    'a recipient without its dash',
    ['recipients.closing-mark'],
    spoil('recipient-2', () => ({ text: 'Lãnh đạo Sở;' })),
    'Nơi nhận, dòng 2',
  ],
];

describe('The layout check of a page that our renderer did not make', () => {
  it('finds nothing where a careful typist made it', async () => {
    expect(await findingsOf(await typed())).toEqual([]);
  });

  it.each(SPOILT)('names %s', async (_, rules, change, place) => {
    const findings = await findingsOf(await typed(change));
    expect([...new Set(findings.map((finding) => finding.rule))].toSorted()).toEqual(
      rules.toSorted(),
    );
    expect(findings.map((finding) => finding.place)).toContain(place);
    for (const finding of findings) {
      expect(finding.severity).toBe(LAYOUT_RULES.find(({ id }) => id === finding.rule)!.severity);
      expect(finding.clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
      expect(finding.message).toMatch(/\.$/);
      expect(finding.remedy).toMatch(/\.$/);
    }
  });
});
