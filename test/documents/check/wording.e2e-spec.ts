import { parseBody } from '../../../src/dispatches/body.ts';
import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { LAYOUT_RULES } from '../../../src/documents/check/rules.ts';
import type { OfficialDocument } from '../../../src/documents/official-document.ts';
import { renderDispatch } from '../../../src/documents/render-dispatch.ts';
import { letter } from '../corpus/build.ts';

type Changes = Parameters<typeof letter>[0];

const OPENING = 'Sở Khoa học và Công nghệ gửi văn bản này tới các cơ quan, đơn vị.';
const body = (...paragraphs: string[]) => ({
  markdown: [OPENING, ...paragraphs, 'Trân trọng./.'].join('\n\n'),
});
const copies = (...lines: string[]) => ({
  recipientLines: ['Như trên', ...lines, 'Lưu: VT, CĐS'],
});
const KH = 'ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi số';

async function findingsOf(changes: Changes, officeCode = 'SKHCN') {
  const document: OfficialDocument = letter({ ...body(), ...changes });
  return checkLayout(document, await renderDispatch(document), { officeCode });
}

/** What is wrong, the one rule that says so, and the place it names. */
const WRONG: [string, Changes, string, string][] = [
  ['another office', { symbol: 'STTTT-CĐS' }, 'symbol.own', 'Số, ký hiệu'],
  [
    'an office that only begins alike',
    { symbol: 'SKHCNMT-CĐS', ...copies() },
    'symbol.own',
    'Số, ký hiệu',
  ],
  [
    'spaces in the symbol',
    { symbol: 'SKHCN-CĐS VP', recipientLines: ['Như trên', 'Lưu: VT'] },
    'symbol.form',
    'Số, ký hiệu',
  ],
  [
    'small letters in the symbol',
    { symbol: 'SKHCN-cđs', recipientLines: ['Như trên', 'Lưu: VT'] },
    'symbol.capitals',
    'Số, ký hiệu',
  ],
  [
    'a plan without its abbreviation',
    { type: 'ke-hoach', symbol: 'SKHCN-CĐS' },
    'symbol.type',
    'Số, ký hiệu',
  ],

  [
    'no addressee',
    { addressees: [], recipientLines: ['Lãnh đạo Sở', 'Lưu: VT, CĐS'] },
    'component.required',
    'Kính gửi',
  ],
  ['no list of recipients', { recipientLines: [] }, 'component.required', 'Nơi nhận'],

  [
    'no archive line',
    { recipientLines: ['Như trên', 'Lãnh đạo Sở'] },
    'recipients.archive-last',
    'Nơi nhận, dòng 2',
  ],
  [
    'an archive line in the middle',
    { recipientLines: ['Như trên', 'Lưu: VT, CĐS', 'Lãnh đạo Sở'] },
    'recipients.archive-last',
    'Nơi nhận, dòng 3',
  ],
  [
    'an archive line without colon',
    { recipientLines: ['Như trên', 'Lưu VT, CĐS'] },
    'recipients.archive-form',
    'Nơi nhận, dòng 2',
  ],
  [
    'an archive line with another unit',
    { recipientLines: ['Như trên', 'Lưu: VT, CNTT'] },
    'abbreviation.archive-unit',
    'Nơi nhận, dòng 2',
  ],
  [
    'no "Như trên"',
    { recipientLines: ['Lãnh đạo Sở', 'Lưu: VT, CĐS'] },
    'recipients.as-above',
    'Nơi nhận, dòng 1',
  ],
  [
    'the same line twice',
    copies('Sở Nội vụ', 'Sở Nội vụ'),
    'recipients.duplicate',
    'Nơi nhận, dòng 3',
  ],
  ['an empty line', copies(';'), 'recipients.empty-line', 'Nơi nhận, dòng 2'],
  [
    'an addressee in Nơi nhận',
    copies('Ủy ban nhân dân các xã, phường'),
    'recipients.addressed-twice',
    'Nơi nhận, dòng 2',
  ],
  [
    'an agency that is asked but not addressed',
    body('Đề nghị Sở Tài chính phối hợp thực hiện.'),
    'recipients.named-in-body',
    'Nội dung, đoạn 2',
  ],
  [
    'one of two agencies not addressed',
    body('Đề nghị Ủy ban nhân dân các xã, phường, Công an tỉnh chỉ đạo tuyên truyền.'),
    'recipients.named-in-body',
    'Nội dung, đoạn 2',
  ],
  [
    'an abbreviation in two pieces',
    copies('Phòng VH TT huyện'),
    'abbreviation.split',
    'Nơi nhận, dòng 2',
  ],

  [
    'no space after KT.',
    { authority: ['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'no full stop after KT',
    { authority: ['KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'KT. without the post of the signer',
    { authority: ['KT. GIÁM ĐỐC'] },
    'signature.authority-form',
    'Quyền hạn, chức vụ',
  ],
  [
    'KT. of somebody who is no deputy',
    { authority: ['KT. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'] },
    'signature.deputy',
    'Quyền hạn, chức vụ',
  ],
  [
    'a degree before the name',
    { signerName: 'TS. Trần Thị Minh Hạnh' },
    'signature.rank',
    'Họ tên người ký',
  ],
  [
    'a name in capitals',
    { signerName: 'TRẦN THỊ MINH HẠNH' },
    'signature.name-case',
    'Họ tên người ký',
  ],
  [
    'an authority in small letters',
    { authority: ['Giám đốc'] },
    'component.capitals',
    'Quyền hạn, chức vụ',
  ],

  [
    'an abstract of more than 80 characters',
    { abstract: 'tăng cường tuyên truyền '.repeat(4).trim() },
    'abstract.length',
    'Trích yếu',
  ],
  [
    'dots for a number',
    body('Thực hiện Kế hoạch đã ban hành, mã … của tỉnh.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'dots for a date',
    body('Báo cáo trước ngày ... tháng 12.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'a dotted line',
    body('Liên hệ ông Nam, điện thoại......... để được hướng dẫn.'),
    'wording.placeholder',
    'Nội dung, đoạn 2',
  ],
  ['an empty box', body('Có [ ] đơn vị tham gia.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  ['a hint in brackets', { abstract: 'họp [ghi nội dung]' }, 'wording.placeholder', 'Trích yếu'],
  ['xxx', copies('Sở xxx'), 'wording.placeholder', 'Nơi nhận, dòng 2'],
  ['dd/mm', body('Báo cáo trước dd/mm/yyyy.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  ['lorem', body('Lorem ipsum dolor.'), 'wording.placeholder', 'Nội dung, đoạn 2'],
  [
    'an omission in brackets',
    body('Trích: "điều kiện [...] được bảo đảm".'),
    'wording.possible-placeholder',
    'Nội dung, đoạn 2',
  ],
  [
    'the name of a format',
    body('Nhập ngày theo định dạng dd/mm/yyyy.'),
    'wording.possible-placeholder',
    'Nội dung, đoạn 2',
  ],
  ['the end mark twice', body('Đã xong./.'), 'text.end-mark-inside', 'Nội dung, đoạn 2'],

  [
    'a wrong abbreviation of a type',
    body(`Thực hiện Tờ trình số 12/TT-UBND ${KH}.`),
    'abbreviation.type',
    'Nội dung, đoạn 2',
  ],
  [
    'an abbreviation for a công văn',
    body(`Thực hiện Công văn số 12/CV-UBND ${KH}.`),
    'abbreviation.type',
    'Nội dung, đoạn 2',
  ],
  [
    'a shortened type',
    body('Thực hiện QĐ số 12 của Sở.'),
    'abbreviation.shortened-type',
    'Nội dung, đoạn 2',
  ],
  [
    'a first reference without date and issuer',
    body('Thực hiện Kế hoạch số 45/KH-UBND, các đơn vị báo cáo.'),
    'wording.first-reference',
    'Nội dung, đoạn 2',
  ],
  [
    'a date without zeros',
    body('Báo cáo trước ngày 5 tháng 3 năm 2026.'),
    'wording.date-form',
    'Nội dung, đoạn 2',
  ],
  [
    'a zero too many',
    body('Báo cáo trước ngày 05 tháng 03 năm 2026.'),
    'wording.date-form',
    'Nội dung, đoạn 2',
  ],
  [
    'a day that is not',
    body('Báo cáo trước ngày 31 tháng 4 năm 2026.'),
    'wording.date-real',
    'Nội dung, đoạn 2',
  ],
  [
    'the same with slashes',
    body('Báo cáo trước 30/02/2026.'),
    'wording.date-real',
    'Nội dung, đoạn 2',
  ],

  [
    'the tone on the second vowel',
    body('Nhân dân đồng lòng vì hoà bình và sức khoẻ.'),
    'wording.tone-placement',
    'Nội dung, đoạn 2',
  ],
  [
    '"Thành phố" among small letters',
    copies('Ủy ban nhân dân các huyện, Thành phố'),
    'capitals.common-noun',
    'Nơi nhận, dòng 2',
  ],
  [
    '"Tỉnh" before its name',
    body('Đại biểu của Tỉnh Thái Bình dự họp.'),
    'capitals.unit-name',
    'Nội dung, đoạn 2',
  ],
  ['"Ủy Ban Nhân Dân"', body('Theo Ủy Ban Nhân Dân tỉnh.'), 'capitals.agency', 'Nội dung, đoạn 2'],
  ['"Sở tài chính"', copies('Sở tài chính'), 'capitals.agency', 'Nơi nhận, dòng 2'],
  ['"sở Tài chính"', body('Theo đề xuất của sở Tài chính.'), 'capitals.agency', 'Nội dung, đoạn 2'],
  [
    '"điều 5"',
    body('Thực hiện theo điều 5 của Quy chế.'),
    'capitals.reference',
    'Nội dung, đoạn 2',
  ],
  [
    '"Khoản 2"',
    body('Thực hiện theo Khoản 2 của Điều này.'),
    'capitals.reference',
    'Nội dung, đoạn 2',
  ],
  ['"nhân dân" alone', body('Phục vụ nhân dân tốt hơn.'), 'capitals.people', 'Nội dung, đoạn 2'],
  [
    'a sentence with a small letter',
    body('Đã họp xong. các đơn vị thực hiện.'),
    'capitals.sentence',
    'Nội dung, đoạn 2',
  ],

  ['two spaces', body('Các  đơn vị thực hiện.'), 'typing.double-space', 'Nội dung, đoạn 2'],
  [
    'a space before a comma',
    body('Các cơ quan , đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no space after a comma',
    body('Các cơ quan,đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no space after a full stop',
    body('Đã họp xong.Các đơn vị thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'a space inside a bracket',
    body('Các đơn vị ( cấp tỉnh) thực hiện.'),
    'typing.punctuation',
    'Nội dung, đoạn 2',
  ],
  [
    'no commas in a row of bodies',
    copies('Đài truyền thanh các xã phường'),
    'typing.list-comma',
    'Nơi nhận, dòng 2',
  ],
];

/** What looks like a fault and is none. */
const RIGHT: [string, Changes][] = [
  ['a plain letter', {}],
  ['open number and date', { number: undefined, date: undefined }],
  ['the symbol of the office alone', { symbol: 'SKHCN', recipientLines: ['Như trên', 'Lưu: VT'] }],
  [
    'a plan',
    {
      type: 'ke-hoach',
      symbol: 'KH-SKHCN',
      addressees: [],
      recipientLines: ['Các phòng', 'Lưu: VT, CĐS'],
    },
  ],
  ['copies of the archive line', copies('Lãnh đạo Sở (để b/c)')],
  ['the number of archive copies', { recipientLines: ['Như trên', 'Lưu: VT, CĐS (2)'] }],
  ['an acting head', { authority: ['Q. GIÁM ĐỐC'] }],
  ['a collective body', { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }],
  ['a deputy minister', { authority: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'] }],
  [
    'an ellipsis after an enumeration',
    body('Các xã, phường, thị trấn... và các tổ chức, ... cùng dự.'),
  ],
  ['v.v.', body('Báo, đài, v.v... cùng đưa tin. V.v. là viết tắt.')],
  ['a masked telephone number', body('Số 0912.xxx.xxx và 09xxxxxx là giả mạo.')],
  [
    'blanks of a form',
    {
      annexes: [
        {
          title: 'Biểu mẫu',
          body: parseBody(
            'Tên đơn vị: ....................\n\n| STT | Số |\n|---|---|\n| 1 | … |\n\nNgười lập ___________/.',
          ),
        },
      ],
    },
  ],
  ['a web address', body('Xem tại https://hungyen.example/a,b;c/?q=1.2.Ba và thư a.B@c.example.')],
  [
    'a full reference, then a short one',
    body(
      `Thực hiện Kế hoạch số 45/KH-UBND ${KH}. Theo Kế hoạch số 45/KH-UBND, các đơn vị báo cáo.`,
    ),
  ],
  [
    'a decree and a resolution',
    body(
      'Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc sắp xếp.',
    ),
  ],
  [
    'agencies that a group holds',
    {
      ...body(
        'Đề nghị Sở Tài chính, Công an tỉnh phối hợp; đề nghị UBND các xã, phường thực hiện.',
      ),
      ...copies('Các sở, ban, ngành tỉnh'),
    },
  ],
  [
    'people who are asked',
    body('Đề nghị người dân bình tĩnh; đề nghị ông Nam và các hộ gia đình phản ánh.'),
  ],
  [
    'words that only look like open oa, oe, uy',
    body('Hoàn thành kế hoạch quý III, quỹ khoán thuyết minh, quyết toán.'),
  ],
  [
    'names with capitals',
    body(
      'Thành phố Hồ Chí Minh, Thủ đô Hà Nội, Quận 1, Phường Điện Biên Phủ, Tỉnh ủy Hưng Yên, các Sở Tài chính và Sở Nội vụ, Quân đội nhân dân.',
    ),
  ],
  ['an abbreviation within a sentence', body('Đường Lê Lợi, TP. hồ sơ gửi về Sở.')],
];

describe('The layout check of the words of a draft', () => {
  it.each(WRONG)('names %s', async (_, changes, rule, place) => {
    const all = await findingsOf(changes);
    const findings = all.filter(({ severity }) => severity !== 'repaired');
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
    expect(findings.map((finding) => finding.place)).toContain(place);
    for (const finding of findings) {
      expect(finding.severity).toBe(LAYOUT_RULES.find(({ id }) => id === rule)!.severity);
      expect(finding.clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
    }
  });

  it.each(RIGHT)('lets pass %s', async (_, changes) => {
    const findings = await findingsOf(changes);
    expect(findings.filter(({ severity }) => severity !== 'repaired')).toEqual([]);
  });
});
