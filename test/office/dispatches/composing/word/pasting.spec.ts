import { listed, pasted } from './pasted.ts';

const TCVN3 = 'C¸c phßng, ban trong huyÖn rµ so¸t n&shy;íc';
const READ = 'Các phòng, ban trong huyện rà soát nước';
const span = (style: string, text: string) => `<span style='${style}'>${text}</span>`;
const p = (text: string, more = '') => `<p class=MsoNormal ${more}>${text}</p>`;

describe('fonts from before Unicode in what is pasted', () => {
  it.each([
    ['on the run', p(span('font-family:".VnTime"', TCVN3)), '', READ],
    ['with others behind it', p(span('font-family:.VnTime,sans-serif', TCVN3)), '', READ],
    ['on a font element', p(`<font face=".VnTime, serif">${TCVN3}</font>`), '', READ],
    [
      'around, as Word names it for letters above ASCII',
      p(span('font-family:"Times New Roman";mso-hansi-font-family:".VnTime"', TCVN3)),
      '',
      READ,
    ],
    ['on the paragraph', p(TCVN3, 'style=\'font-family:".VnArial"\''), '', READ],
    [
      'by the class of the paragraph',
      p(TCVN3),
      'p.MsoNormal, li.MsoNormal\n{margin:0in;font-family:".VnTime",serif;}',
      READ,
    ],
    [
      'by a class in the comment that Word puts around',
      p(TCVN3),
      '<!-- /* Font Definitions */ @font-face {font-family:Arial;} .MsoNormal {font-family:".VnTime"} -->',
      READ,
    ],
    [
      'of a cell',
      `<table><tr><td style='font-family:".VnTime"'>${TCVN3}</td></tr></table>`,
      '',
      `| ${READ} |\n|---|`,
    ],
    [
      'capitals of an H font',
      p(span('font-family:".VnTimeH"', '§iÒu 1. nghÞ ®Þnh')),
      '',
      'ĐIỀU 1. NGHỊ ĐỊNH',
    ],
    ['VNI', p(span('font-family:VNI-Times', 'Ñeà nghò caùc ñôn vò')), '', 'Đề nghị các đơn vị'],
    [
      'VNI, a letter in one look and its sign in the next',
      p(span('font-family:"VNI-Times"', 'Ñe<b>à nghò</b>')),
      '',
      'Đề **nghị**',
    ],
    ['VPS', p(span('font-family:"VPS Times"', 'Các S\u00D5 Vi\u0152t')), '', 'Các Sỏ Việt'],
    ['in bold', p(`<b>${span('font-family:".VnTime"', 'C¸c phßng')}</b>`), '', '**Các phòng**'],
    [
      'within one of Unicode',
      p(`Sở ${span('font-family:".VnTime"', 'C¸c phßng')} và`),
      '',
      'Sở Các phòng và',
    ],
  ])('%s', (_, html, css, right) => {
    const { blocks, remarks } = pasted(html, css);
    expect(blocks).toEqual([right]);
    expect(remarks).toEqual([expect.stringMatching(/^chữ phông .+ \(bảng mã cũ\): đã chuyển/)]);
  });

  it('leaves what was typed in Unicode, and Unicode inside the old font', () => {
    const typed = p(span('font-family:".VnTime"', 'Các đơn vị đã gửi'));
    expect(pasted(typed)).toMatchObject({ blocks: ['Các đơn vị đã gửi'], remarks: [] });
    const inside = `C¸c ${span('font-family:Arial', 'dài ¸')}`;
    expect(pasted(p(span('font-family:".VnTime"', inside))).blocks).toEqual(['Các dài ¸']);
  });

  it('says which font it cannot read, and text that looks like an old charset', () => {
    expect(pasted(p(span('font-family:"VN Times"', 'C¸c'))).remarks).toEqual([
      expect.stringContaining('chữ phông VN Times dùng bảng mã cũ không đọc được'),
    ]);
    expect(pasted(p(TCVN3) + p(TCVN3)).remarks).toEqual([
      expect.stringContaining('2 đoạn giống chữ bảng mã cũ'),
    ]);
  });

  it('reads signs of symbol fonts, and says which it cannot', () => {
    const signs = p(
      `${span('font-family:Symbol', '&#xF0B3;')} 5 ${span('font-family:Wingdings', '&#xF0E0;')}`,
    );
    expect(pasted(signs).blocks).toEqual(['≥ 5 →']);
    expect(pasted(p(`A${span('font-family:Wingdings', '&#xF04A;')}`)).dropped).toContain(
      '1 ký hiệu không có trong Unicode',
    );
  });
});

describe('hidden text in what is pasted', () => {
  it.each([
    ['a run', p(`Còn${span('display:none;mso-hide:all', ' chữ ẩn')} chữ hiện.`), ''],
    ['a run that only Word hides', p(`Còn${span('mso-hide:all', ' chữ ẩn')} chữ hiện.`), ''],
    [
      'a class',
      p('Còn<span class=An> chữ ẩn</span> chữ hiện.'),
      'span.An {mso-style-name:An;mso-hide:all}',
    ],
    ['a whole paragraph', p('Còn chữ hiện.') + p('Ẩn', "style='display:none;mso-hide:all'"), ''],
    [
      'a block of a page',
      `<div style='display:none'><p>Ẩn</p><img src=a></div>${p('Còn chữ hiện.')}`,
      '',
    ],
    ['a row', `${p('Còn chữ hiện.')}<table style='display:none'><tr><td>Ẩn</td></tr></table>`, ''],
    ['what cannot be seen', p(`Còn${span('visibility:hidden', ' chữ ẩn')} chữ hiện.`), ''],
    ['an attribute', p('Còn<span hidden> chữ ẩn</span> chữ hiện.'), ''],
  ])('%s', (_, html, css) => {
    expect(pasted(html, css)).toMatchObject({
      blocks: ['Còn chữ hiện.'],
      dropped: expect.arrayContaining(['1 chỗ chữ ẩn']),
    });
  });

  it('is shown again where Word shows it', () => {
    const html = p(span('mso-hide:all', `Ẩn ${span('mso-hide:none', 'Hiện')}`));
    expect(pasted(html).blocks).toEqual(['Hiện']);
  });
});

describe('capitals in what is pasted', () => {
  it.each([
    ['all', span('text-transform:uppercase', 'điều 1')],
    ['small', span('font-variant:small-caps', 'điều 1')],
    ['by a class', '<span class=Hoa>điều 1</span>'],
  ])('%s', (_, html) => {
    expect(pasted(p(html), '.Hoa {text-transform:uppercase}').blocks).toEqual(['ĐIỀU 1']);
  });

  it('end where they are taken back', () => {
    const inner = span('text-transform:none', 'thường');
    expect(pasted(p(span('text-transform:uppercase', `hoa ${inner}`))).blocks).toEqual([
      'HOA thường',
    ]);
  });
});

describe('numbers of lists in what is pasted', () => {
  it.each([
    ['1.', '1. Việc'],
    ['1)', '1. Việc'],
    ['1.2.', '1.2. Việc'],
    ['a)', 'a) Việc'],
    ['đ)', 'đ) Việc'],
    ['Điều 1.', 'Điều 1. Việc'],
    ['Chương IV', 'Chương IV Việc'],
    ['I.', 'I. Việc'],
    ['II.1.', 'II.1. Việc'],
    ['A.', 'A. Việc'],
    ['(1)', '(1) Việc'],
    ['(a)', '(a) Việc'],
    ['-', '- Việc'],
    ['·', '- Việc'],
    ['o', '- Việc'],
    ['+', '+ Việc'],
  ])('%s', (marker, right) => {
    expect(pasted(listed(marker, 'Việc')).blocks).toEqual([right]);
  });

  it('are read in their font and look', () => {
    const old = listed('§iÒu 1.', 'Việc', 1, 'style=\'font-family:".VnTime"\'');
    expect(pasted(old).blocks).toEqual(['Điều 1. Việc']);
    const capitals = listed('Điều 1.', 'Việc', 1, "style='text-transform:uppercase'");
    expect(pasted(capitals).blocks).toEqual(['ĐIỀU 1. Việc']);
    const wingdings = listed('§', 'Việc', 2, "style='font-family:Wingdings'");
    expect(pasted(wingdings).blocks).toEqual(['+ Việc']);
    const hidden = listed('1.', 'Việc', 1, "style='mso-hide:all'");
    expect(pasted(hidden).blocks).toEqual(['Việc']);
  });

  it('stand alone in a cell, and belong to a style of paragraph', () => {
    const cell = `<table><tr><td>${listed('1.', '')}</td><td>A</td></tr></table>`;
    expect(pasted(cell).blocks).toEqual(['| 1. | A |\n|---|---|']);
    const styled = listed('Điều 2.', 'Việc').replace("style='mso-list:l0 level1 lfo1'", '');
    const css = 'p.MsoListParagraph {mso-list:l0 level1 lfo1}';
    expect(pasted(styled, css).blocks).toEqual(['Điều 2. Việc']);
  });

  it('of HTML are counted as the list says', () => {
    const list = (attributes: string) => `<ol ${attributes}><li>X</li><li value=5>Y</li></ol>`;
    expect(pasted(list('')).blocks).toEqual(['1. X', '5. Y']);
    expect(pasted(list('start=3')).blocks).toEqual(['3. X', '5. Y']);
    expect(pasted(list('type=a')).blocks).toEqual(['a) X', 'e) Y']);
    expect(pasted(list('type=I')).blocks).toEqual(['I. X', 'V. Y']);
    expect(pasted(list("style='list-style-type:upper-alpha'")).blocks).toEqual(['A. X', 'E. Y']);
    expect(pasted('<ol><li>X<ol><li>Y</li></ol></li></ol>').blocks).toEqual(['1. X', '1. Y']);
  });
});
