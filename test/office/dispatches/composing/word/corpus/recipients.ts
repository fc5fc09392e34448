import { cell, END, HEAD, num, ORDER, p, r, table, TO } from '../make-docx.ts';
import type { Case } from '../expected.ts';

const to = (name: string, lines: string, addressees: string[]): Case => [
  `Kính gửi: ${name}`,
  { body: HEAD + lines + p(ORDER) + END },
  { addressees, body: [ORDER], copies: ['Như trên', 'Lưu: VT, VP'] },
];
const SIGNED = cell('KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Trần Văn Mẫu');
const copied = (name: string, lines: string[], copies: string[], more = {}): Case => [
  `Nơi nhận: ${name}`,
  { body: HEAD + TO + p(ORDER) + table([cell('Nơi nhận:', ...lines), SIGNED]) },
  { copies, body: [ORDER], signer: 'Trần Văn Mẫu', annexes: [], ...more },
];
const closed = (name: string, end: string, more = {}): Case => [
  `the end: ${name}`,
  { body: HEAD + TO + p(ORDER) + end },
  { copies: ['Như trên', 'Lưu: VT'], body: [ORDER], signer: 'Trần Văn Mẫu', annexes: [], ...more },
];
const DASHES =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';

export const RECIPIENTS: Case[] = [
  to(
    'below, indented, without a dash',
    p('Kính gửi:') +
      p('Sở Nội vụ;', '<w:ind w:left="2000"/>') +
      p('Sở Tài chính.', '<w:ind w:left="2000"/>'),
    ['Sở Nội vụ', 'Sở Tài chính'],
  ),
  to('below with dashes', p('Kính gửi:') + p('- Sở Nội vụ;') + p('- Sở Tài chính.'), [
    'Sở Nội vụ',
    'Sở Tài chính',
  ]),
  to(
    'the first on its line, the others below',
    p('Kính gửi: - Sở Nội vụ;') + p('- Sở Tài chính;') + p('- Các huyện,') + p('thành phố.'),
    ['Sở Nội vụ', 'Sở Tài chính', 'Các huyện, thành phố'],
  ),
  to(
    'in a table of two columns',
    table([cell('Kính gửi:'), cell('- Sở Nội vụ;', '- Sở Tài chính.')]),
    ['Sở Nội vụ', 'Sở Tài chính'],
  ),
  to(
    'below in the middle, without a sign at their end',
    p('Kính gửi:') +
      p('Sở Nội vụ', '<w:jc w:val="center"/>') +
      p('Cục Thống kê tỉnh', '<w:jc w:val="center"/>'),
    ['Sở Nội vụ', 'Cục Thống kê tỉnh'],
  ),
  to(
    'below at the margin, without a sign at their end',
    p('Kính gửi:') + p('Sở Nội vụ') + p('Sở Khoa học và Công nghệ'),
    ['Sở Nội vụ', 'Sở Khoa học và Công nghệ'],
  ),
  to('with tabs and soft breaks', p('\tKính gửi:\t- Sở Nội vụ;\n\t- Sở Tài chính.'), [
    'Sở Nội vụ',
    'Sở Tài chính',
  ]),
  to('several on a line', p('Kính gửi: Sở Nội vụ; Sở Tài chính; Công an tỉnh.'), [
    'Sở Nội vụ',
    'Sở Tài chính',
    'Công an tỉnh',
  ]),
  to(
    'capital letters, no colon',
    p('KÍNH GỬI') + p('Ông Nguyễn Văn A, Giám đốc Sở Nội vụ', '<w:jc w:val="center"/>'),
    ['Ông Nguyễn Văn A, Giám đốc Sở Nội vụ'],
  ),
  to('a name over two lines', p('Kính gửi: Ủy ban nhân dân các xã,') + p('phường.'), [
    'Ủy ban nhân dân các xã, phường',
  ]),
  [
    'Kính gửi: a dash of the text behind it is text',
    { body: HEAD + TO + p('- Thực hiện rà soát biển báo;') + p('- Báo cáo kết quả.') + END },
    {
      addressees: ['Ủy ban nhân dân các xã, phường'],
      body: ['- Thực hiện rà soát biển báo;', '- Báo cáo kết quả.'],
    },
  ],
  copied(
    'lines that go on',
    [
      '- Như trên;',
      '- Các phòng chuyên môn,',
      '  đơn vị thuộc Sở;',
      '- Ủy ban nhân dân',
      'các huyện;',
      '- Lưu: VT.',
    ],
    ['Như trên', 'Các phòng chuyên môn, đơn vị thuộc Sở', 'Ủy ban nhân dân các huyện', 'Lưu: VT'],
  ),
  copied(
    'two on a line, one with brackets',
    ['- Như trên; - Giám đốc (báo cáo; theo dõi);', '- Lưu: VT.'],
    ['Như trên', 'Giám đốc (báo cáo; theo dõi)', 'Lưu: VT'],
  ),
  copied(
    'brackets that go on below',
    ['Như trên;', 'Các Phó Giám đốc (để biết;', 'để chỉ đạo);', 'Lưu: VT.'],
    ['Như trên', 'Các Phó Giám đốc (để biết; để chỉ đạo)', 'Lưu: VT'],
  ),
  copied(
    'numbers in place of dashes',
    ['1. Như trên;', '2. Công an tỉnh;', '3. Lưu: VT.'],
    ['Như trên', 'Công an tỉnh', 'Lưu: VT'],
  ),
  copied(
    'no dashes',
    ['Như trên;', 'Lãnh đạo Sở;', 'Lưu: VT.'],
    ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT'],
  ),
  copied(
    'soft breaks',
    ['- Như trên;\n- Lãnh đạo Sở;\n- Lưu: VT.'],
    ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT'],
  ),
  copied(
    'the mark of who typed',
    ['- Như trên;', '- Lưu: VT, VP,', 'KT.', 'NVA.(05b)'],
    ['Như trên', 'Lưu: VT, VP, KT'],
    { says: ['NVA.(05b)'] },
  ),
  copied(
    'Lưu goes on after a comma, with the mark of who typed',
    ['- Như trên;', '- Lưu: VT,', 'KTN (Hùng 15b).'],
    ['Như trên', 'Lưu: VT, KTN (Hùng 15b)'],
  ),
  [
    'Nơi nhận: automatic dashes',
    {
      body:
        HEAD +
        TO +
        p(ORDER) +
        table([
          cell(
            p(r('Nơi nhận:')),
            p('Như trên;', num(1)),
            p('Các sở,\nban, ngành;', num(1)),
            p('Lưu: VT.', num(1)),
          ),
          SIGNED,
        ]),
      numbering: DASHES,
    },
    { copies: ['Như trên', 'Các sở, ban, ngành', 'Lưu: VT'] },
  ],
  closed(
    'in paragraphs',
    p('Nơi nhận:') +
      p('- Như trên;') +
      p('- Lưu: VT.') +
      p('KT. GIÁM ĐỐC') +
      p('PHÓ GIÁM ĐỐC') +
      p('Trần Văn Mẫu'),
  ),
  ...[
    ['Giám đốc', 'Trần Văn Mẫu'],
    ['THỐNG ĐỐC', 'Trần Văn Mẫu'],
    ['KIỂM SÁT VIÊN', 'Thượng tá Trần Văn Mẫu'],
    ['GIÁM ĐỐC', 'BSCKII. Trần Văn Mẫu'],
    ['GIÁM ĐỐC', 'PGS.TS.BS Trần Văn Mẫu'],
    ['CHỦ TỊCH', "H'Hen Ayun", "H'Hen Ayun"],
    ['CỤC TRƯỞNG', 'TRẦN VĂN MẪU', 'TRẦN VĂN MẪU'],
  ].map(([post, name, signer = 'Trần Văn Mẫu']) =>
    closed(
      `${post}, ${name}`,
      p('Nơi nhận:') +
        p('- Như trên;') +
        p('- Lưu: VT.') +
        p(post!) +
        p(name!) +
        p('PHỤ LỤC') +
        p('DANH SÁCH') +
        p('Lê Thị Thử'),
      { signer, annexes: [{ title: 'DANH SÁCH', body: 'Lê Thị Thử' }] },
    ),
  ),
  closed(
    'the signature above',
    p('GIÁM ĐỐC') +
      p('(Đã ký)') +
      p('Trần Văn Mẫu') +
      p('Nơi nhận:') +
      p('- Như trên;') +
      p('- Lưu: VT.'),
  ),
  closed(
    'columns by tabs',
    p('Nơi nhận:\tTM. ỦY BAN NHÂN DÂN') +
      p('- Như trên;\tKT.CHỦ TỊCH') +
      p('- Lưu: VT.\tPHÓ CHỦ TỊCH') +
      p('\tTrần Văn Mẫu'),
  ),
  closed(
    'two rows',
    table(
      [cell('Nơi nhận:'), cell('GIÁM ĐỐC')],
      [cell('- Như trên;', '- Lưu: VT.'), cell('Trần Văn Mẫu')],
    ),
  ),
  closed(
    'a table for each',
    table([cell('Nơi nhận:', '- Như trên;', '- Lưu: VT.')]) +
      table([cell('GIÁM ĐỐC', 'TS. Trần Văn Mẫu')]),
  ),
  closed(
    'a form with a Nơi nhận of its own in the annex',
    table([cell('Nơi nhận:', '- Như trên;', '- Lưu: VT.'), cell('GIÁM ĐỐC', 'Trần Văn Mẫu')]) +
      p('PHỤ LỤC') +
      p('MẪU BÁO CÁO') +
      p('Nội dung mẫu.') +
      p('Nơi nhận: Sở Xây dựng.'),
    { annexes: [{ title: 'MẪU BÁO CÁO', body: 'Nội dung mẫu.\n\nNơi nhận: Sở Xây dựng.' }] },
  ),
  [
    'the end: two annexes',
    {
      body:
        HEAD +
        TO +
        p(ORDER) +
        END +
        p('Phụ lục I') +
        p('DANH SÁCH') +
        p('(Kèm theo Công văn số 1/SXD-VP)') +
        p('Một.') +
        p('PHỤ LỤC II: BIỂU MẪU') +
        p('Hai.'),
    },
    {
      body: [ORDER],
      annexes: [
        { title: 'DANH SÁCH', body: 'Một.' },
        { title: 'BIỂU MẪU', body: 'Hai.' },
      ],
    },
  ],
  [
    'the end: a table of the text with a column Nơi nhận',
    {
      body:
        HEAD +
        TO +
        table([cell('Văn bản'), cell('Nơi nhận')], [cell('Báo cáo'), cell('Sở Xây dựng')]) +
        p(ORDER) +
        END,
    },
    {
      body: ['| Văn bản | Nơi nhận |\n|---|---|\n| Báo cáo | Sở Xây dựng |', ORDER],
      copies: ['Như trên', 'Lưu: VT, VP'],
    },
  ],
];
