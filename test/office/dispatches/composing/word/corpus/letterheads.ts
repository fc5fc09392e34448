import { bold, cell, END, HEAD, ORDER, p, r, table, TO } from '../make-docx.ts';
import { lettered, type Case } from '../expected.ts';

const XA = 'Ủy ban nhân dân các xã, phường';
const whole = (name: string, top: string, body: string[], more = {}): Case => [
  name,
  { body: top + END },
  { addressees: [XA], copies: ['Như trên', 'Lưu: VT, VP'], body, ...more },
];
const NAMES = { symbol: 'SXD-VP', abstract: 'rà soát biển báo' };

/** Lines that look like those of a letterhead, and letterheads made by other means than a table. */
export const LETTERHEADS: Case[] = [
  lettered(
    'a line that ends with a date',
    p(ORDER) + p('Kết quả gửi về Sở trước ngày 15 tháng 5 năm 2024.'),
    [ORDER, 'Kết quả gửi về Sở trước ngày 15 tháng 5 năm 2024.'],
  ),
  lettered('a paragraph that is a date alone', p('Ngày 15 tháng 5 năm 2024') + p(ORDER), [
    'Ngày 15 tháng 5 năm 2024',
    ORDER,
  ]),
  lettered(
    '“Số …” of the text',
    p('Số lượng: 12/24 biển') + p('Số: 12/SXD là văn bản cũ.') + p(ORDER),
    ['Số lượng: 12/24 biển', 'Số: 12/SXD là văn bản cũ.', ORDER],
  ),
  lettered('“V/v …” in the text', p(ORDER) + p('V/v nêu trên, đề nghị báo cáo.'), [
    ORDER,
    'V/v nêu trên, đề nghị báo cáo.',
  ]),
  lettered('Quốc hiệu quoted in the text', p('Mẫu có dòng “Độc lập - Tự do - Hạnh phúc” ở trên.'), [
    'Mẫu có dòng “Độc lập - Tự do - Hạnh phúc” ở trên.',
  ]),
  [
    'no letterhead at all, a date in the second paragraph',
    { body: p(ORDER) + p('Họp ngày 15 tháng 5 năm 2024.') + END },
    { body: [ORDER, 'Họp ngày 15 tháng 5 năm 2024.'], addressees: [], abstract: '' },
  ],
  whole(
    'columns made with tabs',
    p('ỦY BAN NHÂN DÂN TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      p('SỞ XÂY DỰNG\tĐộc lập - Tự do - Hạnh phúc') +
      p('Số:      /SXD-VP\tThái Bình, ngày     tháng 5 năm 2024') +
      p('V/v rà soát biển báo') +
      TO +
      p(ORDER),
    [ORDER],
    NAMES,
  ),
  whole(
    'columns made with blanks',
    p('SỞ XÂY DỰNG              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      p('                            Độc lập - Tự do - Hạnh phúc') +
      p('Số: 12/SXD-VP          Thái Bình, ngày 05 tháng 5 năm 2024') +
      p('V/v rà soát biển báo') +
      TO +
      p(ORDER),
    [ORDER],
    NAMES,
  ),
  whole(
    'paragraphs under each other, the subject on two of them',
    ['ỦY BAN NHÂN DÂN TỈNH', 'SỞ XÂY DỰNG', '-------', 'Số: 12 /SXD-VP', 'V/v rà soát', 'biển báo']
      .concat(
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        '---------------',
      )
      .concat('Thái Bình, ngày 05 tháng 5 năm 2024')
      .map((line) => p(line))
      .join('') +
      TO +
      p(ORDER),
    [ORDER],
    { symbol: 'SXD-VP' },
  ),
  whole(
    'soft line breaks in one paragraph of each cell',
    table([
      cell('ỦY BAN NHÂN DÂN TỈNH\nSỞ XÂY DỰNG\nSố:    /SXD-VP\nV/v rà soát biển báo'),
      cell(
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 1 tháng 5 năm 2024',
      ),
    ]) +
      TO +
      p(ORDER),
    [ORDER],
    NAMES,
  ),
  whole(
    'rows of one table, number and date in the second, the subject in the third',
    table(
      [
        cell('SỞ XÂY DỰNG'),
        cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
      ],
      [cell('Số:   /SXD-VP'), cell('Thái Bình, ngày   tháng   năm 2024')],
      [cell('V/v rà soát', 'biển báo'), cell('')],
    ) +
      TO +
      p(ORDER),
    [ORDER],
    NAMES,
  ),
  whole(
    'Kính gửi inside the table of the letterhead',
    table(
      [
        cell('SỞ XÂY DỰNG', 'Số:   /SXD-VP', 'V/v rà soát biển báo'),
        cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      ],
      [cell(''), cell('Kính gửi: Ủy ban nhân dân các xã, phường.')],
    ) + p(ORDER),
    [ORDER],
    NAMES,
  ),
  [
    'in the header of the first page',
    {
      body: `${TO}${p(ORDER)}${END}<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:titlePg/></w:sectPr>`,
      margins: { h1: HEAD },
    },
    { ...NAMES, addressees: [XA], body: [ORDER], saysNothing: true },
  ],
  whole(
    'a number that the symbol follows with blanks, a stamp of urgency, a note of drafts',
    table([
      cell('SỞ XÂY DỰNG', 'Số: 12 / SXD - VP', 'V/v rà soát biển báo', 'HỎA TỐC'),
      cell('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập – Tự do – Hạnh phúc', 'DỰ THẢO 2'),
    ]) +
      TO +
      p(ORDER),
    [ORDER],
    { ...NAMES, urgency: 'express' },
  ),
  [
    'decomposed letters and non-breaking blanks',
    {
      body: (HEAD + TO + p(ORDER) + END)
        .normalize('NFD')
        .replaceAll('Kính', 'Kính')
        .replaceAll(' ', '\u00A0')
        .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll('\u00A0', ' ')),
    },
    { ...NAMES, addressees: [XA], body: [ORDER], copies: ['Như trên', 'Lưu: VT, VP'] },
  ],
  whole(
    'a title in bold above the text is text',
    HEAD + TO + bold('I. TÌNH HÌNH') + p(r(ORDER)),
    ['**I. TÌNH HÌNH**', ORDER],
    NAMES,
  ),
];
