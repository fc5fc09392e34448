import { cell, num, p, r, table } from '../make-docx.ts';
import { lettered, type Case } from '../expected.ts';

const level = (ilvl: number, text: string, format = 'decimal', more = '', start = 1) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const use = (numId: number, abstract: number, more = '') =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const DIEU =
  list(1, level(0, 'Điều %1.'), level(1, '%2.'), level(2, '%3)', 'lowerLetter')) + use(1, 1);
const style = (id: string, inside: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`;
const one = (text: string) => list(1, text) + use(1, 1);
const items = (count: number, numId = 1, ilvl = 0) => p('Việc.', num(numId, ilvl)).repeat(count);

export const NUMBERS: Case[] = [
  lettered(
    'Điều, khoản, điểm; each begins again under the one above',
    p('A.', num(1)) +
      p('B.', num(1, 1)) +
      p('C;', num(1, 2)) +
      p('D.', num(1, 2)) +
      p('E.', num(1, 1)) +
      p('F.', num(1)) +
      p('G.', num(1, 1)),
    ['Điều 1. A.', '1. B.', 'a) C;', 'b) D.', '2. E.', 'Điều 2. F.', '1. G.'],
    { numbering: DIEU },
  ),
  lettered(
    'goes on after a paragraph and a table',
    items(1) + p('Xen giữa.') + table([cell('Ô')]) + items(1),
    ['1. Việc.', 'Xen giữa.', '| Ô |\n|---|', '2. Việc.'],
    { numbering: one(level(0, '%1.')) },
  ),
  lettered(
    'Roman capitals and 1.1. below, with the numbers above in Arabic (isLgl)',
    p('A', num(1)) + p('B', num(1, 1)) + p('C', num(1)) + p('D', num(1, 1)),
    ['I. A', '1.1. B', 'II. C', '2.1. D'],
    {
      numbering:
        list(1, level(0, '%1.', 'upperRoman'), level(1, '%1.%2.', 'decimal', '<w:isLgl/>')) +
        use(1, 1),
    },
  ),
  lettered(
    'in the cells of a table, with no text beside',
    table(
      [cell('STT'), cell('Xã')],
      [cell(p('', num(1)).replace('<w:t xml:space="preserve"></w:t>', '')), cell('A')],
      [cell(p('', num(1))), cell('B')],
    ),
    ['| STT | Xã |\n|---|---|\n| 1. | A |\n| 2. | B |'],
    { numbering: one(level(0, '%1.')) },
  ),
  lettered(
    'by a style, its level by the link of the list',
    p('A', '<w:pStyle w:val="Muc"/>') +
      p('B', '<w:pStyle w:val="Tieu"/>') +
      p('C', '<w:pStyle w:val="Muc"/>'),
    ['I. A', 'I.1 B', 'II. C'],
    {
      numbering:
        list(
          1,
          level(0, '%1.', 'upperRoman', '<w:pStyle w:val="Muc"/>'),
          level(1, '%1.%2', 'decimal', '<w:pStyle w:val="Tieu"/>'),
        ) + use(1, 1),
      styles:
        style('Muc', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('Tieu', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    },
  ),
  lettered(
    'by the style that a style is based on; numId 0 takes it off',
    p('A', '<w:pStyle w:val="Con"/>') +
      p('B', '<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p('C', '<w:pStyle w:val="Con"/>'),
    ['1. A', 'B', '2. C'],
    {
      numbering: one(level(0, '%1.')),
      styles:
        style('Cha', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('Con', '<w:basedOn w:val="Cha"/>'),
    },
  ),
  lettered(
    'by styles that name only a level, based on the one that names the list',
    p('A', '<w:pStyle w:val="Dieu"/>') +
      p('B', '<w:pStyle w:val="Khoan"/>') +
      p('C', '<w:pStyle w:val="Diem"/>') +
      p('D', '<w:pStyle w:val="Diem"/>') +
      p('E', '<w:pStyle w:val="Khoan"/>') +
      p('F', '<w:pStyle w:val="Dieu"/>'),
    ['Điều 1. A', '1. B', 'a) C', 'b) D', '2. E', 'Điều 2. F'],
    {
      numbering:
        list(
          1,
          level(0, 'Điều %1.', 'decimal', '<w:pStyle w:val="Dieu"/>'),
          level(1, '%2.', 'decimal', '<w:pStyle w:val="Khoan"/>'),
          level(2, '%3)', 'lowerLetter'),
        ) + use(1, 1),
      styles:
        style('Dieu', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('Khoan', '<w:basedOn w:val="Dieu"/><w:pPr><w:numPr/></w:pPr>') +
        style(
          'Diem',
          '<w:basedOn w:val="Dieu"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>',
        ),
    },
  ),
  lettered(
    'headings with numbers keep them',
    p(r('TÌNH HÌNH', '<w:b/>'), `<w:pStyle w:val="H1"/>${num(1)}`) +
      p('Chung', '<w:pStyle w:val="H1"/><w:outlineLvl w:val="1"/>'),
    ['I. **TÌNH HÌNH**', '## Chung'],
    {
      numbering: one(level(0, '%1.', 'upperRoman')),
      styles: style('H1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    },
  ),
  lettered(
    'two lists over one definition count together, one that starts anew does not',
    items(2, 1) + items(1, 2) + items(2, 3),
    ['1. Việc.', '2. Việc.', '3. Việc.', '1. Việc.', '2. Việc.'],
    {
      numbering:
        list(1, level(0, '%1.')) +
        use(1, 1) +
        use(2, 1) +
        use(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    },
  ),
  lettered(
    'a start of its own, and a level that an instance writes otherwise',
    items(2, 1) + items(1, 2),
    ['5. Việc.', '6. Việc.', 'Mục C: Việc.'],
    {
      numbering:
        list(1, level(0, '%1.', 'decimal', '', 5)) +
        list(2, level(0, '%1.')) +
        use(1, 1) +
        use(
          2,
          2,
          `<w:lvlOverride w:ilvl="0">${level(0, 'Mục %1:', 'upperLetter', '', 3)}</w:lvlOverride>`,
        ),
    },
  ),
  lettered(
    'a level that never begins again (lvlRestart 0)',
    p('A', num(1)) + items(2, 1, 1) + p('B', num(1)) + items(1, 1, 1),
    ['Chương 1 A', 'Điều 1. Việc.', 'Điều 2. Việc.', 'Chương 2 B', 'Điều 3. Việc.'],
    {
      numbering:
        list(
          1,
          level(0, 'Chương %1'),
          level(1, 'Điều %2.', 'decimal', '<w:lvlRestart w:val="0"/>'),
        ) + use(1, 1),
    },
  ),
  lettered(
    'a level that begins again under the first alone (lvlRestart 1)',
    items(1, 1, 0) +
      items(1, 1, 1) +
      items(1, 1, 2) +
      items(1, 1, 1) +
      items(1, 1, 2) +
      items(1, 1, 0) +
      items(1, 1, 2),
    ['I. Việc.', '1. Việc.', 'a) Việc.', '2. Việc.', 'b) Việc.', 'II. Việc.', 'a) Việc.'],
    {
      numbering:
        list(
          1,
          level(0, '%1.', 'upperRoman'),
          level(1, '%2.'),
          level(2, '%3)', 'lowerLetter', '<w:lvlRestart w:val="1"/>'),
        ) + use(1, 1),
    },
  ),
  lettered(
    'letters are those of Word, without đ',
    items(5),
    ['a) Việc.', 'b) Việc.', 'c) Việc.', 'd) Việc.', 'e) Việc.'],
    { numbering: one(level(0, '%1)', 'lowerLetter')) },
  ),
  lettered(
    'zeros before, dashes around, Vietnamese words, a custom width',
    [1, 2, 3, 4].map((id) => items(1, id)).join(''),
    ['01. Việc.', '- 1 - Việc.', 'Thứ một: Việc.', '001/ Việc.'],
    {
      numbering:
        list(1, level(0, '%1.', 'decimalZero')) +
        list(2, level(0, '%1', 'numberInDash')) +
        list(3, level(0, 'Thứ %1:', 'vietnameseCounting')) +
        list(
          4,
          level(0, '%1/').replace(
            '<w:numFmt w:val="decimal"/>',
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
          ),
        ) +
        [1, 2, 3, 4].map((id) => use(id, id)).join(''),
    },
  ),
  lettered(
    'a format that is not known is said',
    items(1),
    ['1. Việc.'],
    { numbering: one(level(0, '%1.', 'hebrew1')) },
    { says: ['1 số tự động có kiểu lạ'] },
  ),
  lettered(
    'bullets of symbol fonts, a dash and a plus',
    [0, 1, 2].map((ilvl) => items(1, 1, ilvl)).join(''),
    ['- Việc.', '- Việc.', '+ Việc.'],
    {
      numbering:
        list(
          1,
          level(0, '\uF0B7', 'bullet').replace(
            '</w:lvl>',
            '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>',
          ),
          level(1, '-', 'bullet'),
          level(2, '+', 'bullet'),
        ) + use(1, 1),
    },
  ),
  lettered('nothing between number and text; capitals of the list', items(1), ['ĐIỀU 1Việc.'], {
    numbering: one(
      level(0, 'Điều %1', 'decimal', '<w:suff w:val="nothing"/>').replace(
        '</w:lvl>',
        '<w:rPr><w:caps/></w:rPr></w:lvl>',
      ),
    ),
  }),
  lettered(
    'nothing between a number with its point and the text',
    p('A', num(1)) + p(', b', num(1)) + p('C', num(1, 1)),
    ['Điều 1. A', 'Điều 2., b', 'a) C'],
    {
      numbering: one(
        level(0, 'Điều %1.', 'decimal', '<w:suff w:val="nothing"/>') +
          level(1, '%2) ', 'lowerLetter', '<w:suff w:val="nothing"/>'),
      ),
    },
  ),
  lettered('by way of a numbering style', items(2), ['1/ Việc.', '2/ Việc.'], {
    numbering:
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>' +
      list(2, '<w:styleLink w:val="Kieu"/>', level(0, '%1/')) +
      use(1, 1) +
      use(2, 2),
    styles: style('Kieu', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', 'numbering'),
  }),
  lettered(
    'a hidden and a deleted paragraph are not counted',
    items(1) +
      p(r('Ẩn.', '<w:vanish/>'), `${num(1)}<w:rPr><w:vanish/></w:rPr>`) +
      p(
        '<w:del w:id="1">' + '<w:r><w:delText>Xóa.</w:delText></w:r></w:del>',
        `${num(1)}<w:rPr><w:del w:id="2"/></w:rPr>`,
      ) +
      items(1),
    ['1. Việc.', '2. Việc.'],
    { numbering: one(level(0, '%1.')) },
  ),
  lettered(
    'a text box counts by itself',
    items(1) +
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${items(2)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ) +
      items(1),
    ['1. Việc.', '1. Việc.', '2. Việc.', '2. Việc.'],
    { numbering: one(level(0, '%1.')) },
  ),
  lettered(
    'the level above was never used',
    items(2, 1, 1) + items(1, 1, 0),
    ['1.1. Việc.', '1.2. Việc.', '2. Việc.'],
    { numbering: list(1, level(0, '%1.'), level(1, '%1.%2.')) + use(1, 1) },
  ),
];
