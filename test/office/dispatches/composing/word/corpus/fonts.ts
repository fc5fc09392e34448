import { HEAD, num, p, r, TO, END } from '../make-docx.ts';
import { lettered, type Case } from '../expected.ts';

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const told = (name: string) => ({ says: [`chữ phông ${name} (bảng mã cũ): đã chuyển`] });
const TCVN3 = 'C¸c phßng, ban trong huyÖn rµ so¸t n\u00ADíc';
const READ = 'Các phòng, ban trong huyện rà soát nước';
const style = (rest: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="N">${rest}</w:style>`;

const OLD: Record<string, string> = {
  'Kính gửi: Ủy ban nhân dân các xã, phường.': 'KÝnh göi: ñy ban nh©n d©n c¸c x·, ph\u00ADêng.',
  'Nơi nhận:': 'N¬i nhËn:',
  '- Như trên;': '- Nh\u00AD trªn;',
  '- Lưu: VT, VP.': '- L\u00ADu: VT, VP.',
};

export const FONTS: Case[] = [
  lettered('.VnTime on the run', p(r(TCVN3, font('.VnTime'))), [READ], {}, told('.VnTime')),
  lettered(
    '.VnTimeH is capitals',
    p(r('§iÒu 1. nghÞ ®Þnh', font('.VnTimeH'))),
    ['ĐIỀU 1. NGHỊ ĐỊNH'],
    {},
    told('.VnTimeH'),
  ),
  lettered(
    '.VnTime of the default style',
    p(TCVN3) + p(r('Chữ Unicode', font('Arial'))),
    [READ, 'Chữ Unicode'],
    { styles: style(`<w:rPr>${font('.VnTime')}</w:rPr>`) },
    told('.VnTime'),
  ),
  lettered(
    '.VnTime of the defaults',
    p(TCVN3),
    [READ],
    {
      styles: `<w:docDefaults><w:rPrDefault><w:rPr>${font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>`,
    },
    told('.VnTime'),
  ),
  lettered(
    '.VnTime of the theme',
    p(r(TCVN3, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')),
    [READ],
    {
      theme:
        '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements>',
    },
    told('.VnTime'),
  ),
  lettered(
    'ư of .VnTime as a soft hyphen, as LibreOffice writes it',
    p(`<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>`),
    ['nước'],
  ),
  lettered(
    'VNI, a letter and its sign in two runs',
    p(
      r('Caùc phoøng ñöôøng nghò a', font('VNI-Times')) +
        r('án', font('VNI-Times').replaceAll('á', 'á')).replace('án', 'ùn'),
    ),
    ['Các phòng đường nghị án'],
    {},
    told('VNI-Times'),
  ),
  lettered(
    'VNI in capitals',
    p(r('ÑEÀ NGHÒ CAÙC ÑÔN VÒ, ÖÙNG KYÙ', font('VNI-Helve'))),
    ['ĐỀ NGHỊ CÁC ĐƠN VỊ, ỨNG KÝ'],
    {},
    told('VNI-Helve'),
  ),
  lettered(
    'VPS',
    p(r('Các S\u00D5 \u2039\u00DC Vi\u0152t Nam', font('VPS Times'))),
    ['Các Sỏ ểư Việt Nam'],
    {},
    told('VPS Times'),
  ),
  lettered(
    'old letters marked as symbols (U+F0…)',
    p(r('C\uF0B8c ph\uF0DFng', font('.VnTime'))),
    ['Các phòng'],
    {},
    told('.VnTime'),
  ),
  lettered(
    'Unicode that was typed in .VnTime stays',
    p(r('Các phòng, ban trong huyện', font('.VnTime'))),
    ['Các phòng, ban trong huyện'],
    {},
    { saysNothing: undefined },
  ),
  lettered('the label of a list', p('Mở.', num(1)), ['Điều 1. Mở.'], {
    numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="§iÒu %1."/><w:rPr>${font('.VnTime')}</w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  }),
  lettered(
    'a font that cannot be read is named',
    p(r('Caïc phoìng ban', font('VNtimes new roman'))),
    ['Caïc phoìng ban'],
    {},
    { says: ['chữ phông VNtimes new roman dùng bảng mã cũ không đọc được'] },
  ),
  lettered(
    'old letters in a font of Unicode are told',
    p(r('C¸c phßng, rµ so¸t', font('Arial'))) +
      p(r('Thùc hiÖn chØ ®¹o cña tØnh, b¸o c¸o', font('Arial'))),
    ['C¸c phßng, rµ so¸t', 'Thùc hiÖn chØ ®¹o cña tØnh, b¸o c¸o'],
    {},
    { says: [/giống chữ bảng mã cũ/] },
  ),
  [
    'a whole letter in .VnTime',
    {
      body: (HEAD + TO + END).replaceAll(
        /(?<=<w:t xml:space="preserve">)[^<]*/g,
        (text) => OLD[text] ?? text,
      ),
      styles: style(`<w:rPr>${font('.VnTime')}</w:rPr>`),
    },
    {
      addressees: ['ủy ban nhân dân các xã, phường'],
      copies: ['Như trên', 'Lưu: VT, VP'],
      ...told('.VnTime'),
    },
  ],
];
