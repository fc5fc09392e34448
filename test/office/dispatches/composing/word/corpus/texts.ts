import { cell, p, r, table } from '../make-docx.ts';
import { lettered, type Case } from '../expected.ts';

const style = (id: string, look: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${look}</w:rPr></w:style>`;
const field = (code: string, shown?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${
    shown === undefined
      ? ''
      : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown.startsWith('<') ? shown : r(shown)}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
const mt = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const drawing = (inside: string) =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

export const TEXTS: Case[] = [
  lettered(
    'hidden by run, by style, by character style',
    p(r('Thấy. ') + r('Ẩn.', '<w:vanish/>')) +
      p('Ẩn hết.', '<w:pStyle w:val="An"/>') +
      p(r('Ẩn nữa.', '<w:rStyle w:val="K"/>') + r('Còn.')),
    ['Thấy.', 'Còn.'],
    { styles: style('An', '<w:vanish/>') + style('K', '<w:vanish/>', 'character') },
    { says: ['3 chỗ chữ ẩn'] },
  ),
  lettered(
    'capitals by run, by style, small ones, and switched off',
    p(r('Sở xây dựng', '<w:caps/>')) +
      p('Sở nội vụ', '<w:pStyle w:val="C"/>') +
      p(r('Nhỏ', '<w:smallCaps/>')) +
      p(r('Thường', '<w:caps w:val="false"/>'), '<w:pStyle w:val="C"/>'),
    ['SỞ XÂY DỰNG', 'SỞ NỘI VỤ', 'NHỎ', 'Thường'],
    { styles: style('C', '<w:caps/>') },
  ),
  lettered(
    'bold of two styles at once is none (17.7.3)',
    p(r('Chữ', '<w:rStyle w:val="S"/>'), '<w:pStyle w:val="P"/>') +
      p(r('Đậm'), '<w:pStyle w:val="P"/>'),
    ['Chữ', '**Đậm**'],
    { styles: style('P', '<w:b/>') + style('S', '<w:b/>', 'character') },
  ),
  lettered(
    'fields: simple, complex, nested, across paragraphs',
    p(
      r('Số ') +
        '<w:fldSimple w:instr=" REF so "><w:r><w:t>12</w:t></w:r></w:fldSimple>' +
        r(' bản, hạn ') +
        field('DATE \\@ "dd/MM/yyyy"', '15/05/2024') +
        r(', ') +
        field(`IF ${'a'}`, field('MERGEFIELD Ten', 'Ông A')) +
        r('.'),
    ) +
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          r('Đầu'),
      ) +
      p(r('cuối') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ['Số 12 bản, hạn 15/05/2024, Ông A.', 'Đầu', 'cuối'],
    {},
    { says: ['1 ngày giờ tự động'] },
  ),
  lettered(
    'fields without a result, boxes to tick and to fill in',
    p(
      r('Kết quả ') +
        field('REF khong') +
        field('MERGEFIELD Ten', '«Ten»') +
        field('FORMTEXT', '     ') +
        r('.'),
    ) +
      p(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          r(' Có'),
      ),
    ['Kết quả «Ten» .', '☒ Có'],
    {},
    { says: ['1 trường tự động không có kết quả', '2 ô chưa điền'] },
  ),
  lettered(
    'numbers by fields are told',
    p(field('AUTONUM') + r('Việc.')),
    ['Việc.'],
    {},
    { says: ['1 số thứ tự bằng trường tự động'] },
  ),
  lettered(
    'equations on one line',
    p(
      r('Tính ') +
        math(
          `${mt('x=')}<m:f><m:num>${mt('a+b')}</m:num><m:den>${mt('2')}</m:den></m:f>${mt('+')}<m:sSup><m:e>${mt('c')}</m:e><m:sup>${mt('2')}</m:sup></m:sSup>${mt('+')}<m:rad><m:deg/><m:e>${mt('d')}</m:e></m:rad>`,
        ),
    ) +
      `<w:p><m:oMathPara>${math(`<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mt('i=1')}</m:sub><m:sup>${mt('n')}</m:sup><m:e>${mt('i')}</m:e></m:nary>`)}</m:oMathPara></w:p>`,
    ['Tính x=(a+b)/2+c^2+√(d)', '∑_(i=1)^n i'],
    {},
    { says: ['2 công thức (viết lại trên một dòng)'] },
  ),
  lettered(
    'tracked changes: added taken, deleted not, moved once, joined paragraphs',
    p(
      '<w:ins w:id="1">' +
        r('Thêm') +
        '</w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del>' +
        r(' giữ.'),
    ) +
      p('<w:moveFrom w:id="3">' + r('Cũ.') + '</w:moveFrom>') +
      p('<w:moveTo w:id="4">' + r('Mới.') + '</w:moveTo>') +
      p('Nửa đầu', '<w:rPr><w:del w:id="5"/></w:rPr>') +
      p(r(' nửa sau.')),
    ['Thêm giữ.', 'Mới.', 'Nửa đầu nửa sau.'],
    {},
    { says: [/\d chỗ đã thêm/, /2 chỗ đã xóa/] },
  ),
  lettered(
    'a row that was deleted',
    table([cell('A'), cell('B')], [cell('1'), cell('2')]).replace(
      /<w:tr>(?!.*<w:tr>)/,
      '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>',
    ),
    ['| A | B |\n|---|---|'],
    {},
    { says: [/chỗ đã xóa/] },
  ),
  lettered(
    'content controls, and words to be replaced in them',
    '<w:sdt><w:sdtPr/><w:sdtContent>' +
      p('Trong ô.') +
      '</w:sdtContent></w:sdt>' +
      p(
        r('Tên: ') +
          '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' +
          r('Bấm để nhập') +
          '</w:sdtContent></w:sdt>' +
          '<w:sdt><w:sdtContent>' +
          r('Ông A') +
          '</w:sdtContent></w:sdt>',
      ),
    ['Trong ô.', 'Tên: Ông A'],
    {},
    { says: ['1 ô chưa điền'] },
  ),
  lettered(
    'text boxes once, behind their paragraph',
    p(r('Trước.') + box('Trong khung.')) + p('Sau.'),
    ['Trước.', 'Trong khung.', 'Sau.'],
    {},
    { says: ['1 khung chữ'] },
  ),
  lettered(
    'pictures, charts, SmartArt, objects, old equations',
    p(
      r('Hình') +
        drawing('<a:blip r:embed="x"/>') +
        drawing('<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>') +
        drawing(
          '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>',
        ) +
        '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r><w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>',
    ),
    ['Hình'],
    {},
    {
      says: [
        '1 ảnh',
        '1 biểu đồ',
        '1 sơ đồ SmartArt',
        '1 đối tượng nhúng',
        '1 công thức không đọc được',
      ],
    },
  ),
  lettered(
    'notes, comments, links',
    p(
      r('Chữ') +
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:hyperlink r:id="x">' +
        r(' liên kết') +
        '</w:hyperlink>',
    ),
    ['Chữ liên kết'],
    {},
    { says: ['2 chú thích', '1 nhận xét', '1 liên kết'] },
  ),
  lettered(
    'signs of symbol fonts, hyphens that do not break, invisible ones',
    p(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
        r(' ', '') +
        r('\uF061', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') +
        '<w:r><w:t>TT</w:t><w:noBreakHyphen/><w:t>BNV mật\u200Bkhẩu co\u00ADn</w:t></w:r>',
    ),
    ['☑ αTT-BNV mậtkhẩu con'],
  ),
  lettered(
    'merged cells keep their columns',
    table(
      [`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Rộng')}</w:tc>`, cell('C')],
      [cell('1'), cell('2'), cell('3')],
    ),
    ['| Rộng |  | C |\n|---|---|---|\n| 1 | 2 | 3 |'],
    {},
    { says: ['1 ô gộp'] },
  ),
  lettered(
    'a table in a table, a paragraph in parts that a soft break wrapped',
    table([cell(table([cell('Trong')]), 'Ngoài')]) +
      p('Các đơn vị thực hiện\nnghiêm túc.\nBáo cáo.'),
    ['| Trong Ngoài |\n|---|', 'Các đơn vị thực hiện nghiêm túc.', 'Báo cáo.'],
    {},
    { says: ['1 bảng lồng trong bảng'] },
  ),
  lettered(
    'text from another file is told',
    p('Chữ.') + '<w:altChunk r:id="x"/>',
    ['Chữ.'],
    {},
    { says: ['1 phần chèn từ tệp khác'] },
  ),
  lettered(
    'headers with words are told, page numbers are not',
    p('Chữ.') +
      '<w:p><w:pPr><w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f1"/></w:sectPr></w:pPr></w:p>',
    ['Chữ.'],
    { margins: { h1: p('2'), f1: p('Địa chỉ: số 1') } },
    { says: [/^1 đầu trang hoặc chân trang$/] },
  ),
];
