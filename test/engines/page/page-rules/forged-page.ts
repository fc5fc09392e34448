import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { parseBody } from '../../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../../src/engines/page/official-document.ts';
import { letter } from '../corpus/build.ts';
import { MM } from '../printed-page.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** One line of type. `x` is its left edge, or its middle where `centred`; `y` is its baseline. */
export interface Piece {
  id: string;
  text: string;
  x: number;
  y: number;
  size: number;
  font: keyof typeof FONTS | 'Times-Roman' | 'Helvetica';
  page?: number;
  centred?: boolean;
  /** Right edge to which its spaces are stretched. */
  right?: number;
  colour?: string;
}

export interface DrawnRule {
  id: string;
  x: number;
  right: number;
  y: number;
}

export interface Forgery {
  size: [number, number];
  pages: number;
  pieces: Piece[];
  rules: DrawnRule[];
}

const LEFT = 30 * MM;
const RIGHT = 195 * MM;
const OFFICE = 182;
const NATION = 428;
const SIGNER = 450;

const paragraph = [
  'Tăng cường tuyên truyền trên hệ thống thông tin cơ sở để người dân biết và chủ',
  'động phòng tránh các thủ đoạn lừa đảo; phối hợp với lực lượng chức năng kịp thời phát',
  'hiện, ngăn chặn và xử lý nghiêm các hành vi vi phạm trên không gian mạng; phổ biến',
  'rộng rãi số điện thoại tiếp nhận phản ánh.',
];

/** A công văn of two pages as a careful typist would set it, line by line; without our renderer. */
export const TYPED: OfficialDocument = letter({
  parentBody: 'UBND TỈNH HƯNG YÊN',
  body: parseBody(
    ['Thời gian qua, tình hình diễn biến phức tạp.', paragraph.join(' '), 'Trân trọng./.'].join(
      '\n\n',
    ),
  ),
});

const running = (id: string, text: string, y: number, x: number, page = 1): Piece => ({
  id,
  text,
  x,
  y,
  page,
  size: 14,
  font: 'regular',
});

/** The page of `TYPED`, free of any finding; `change` spoils it. */
export function typed(change: (sheet: Forgery) => void = () => {}): Promise<Buffer> {
  const head = (
    id: string,
    text: string,
    x: number,
    y: number,
    size: number,
    font: Piece['font'],
  ) => ({ id, text, x, y, size, font, centred: true });
  const recipient = (number: number, text: string): Piece => ({
    ...running(`recipient-${number}`, text, 138 + 14 * number, LEFT, 2),
    size: 11,
  });
  const sheet: Forgery = {
    size: [210 * MM, 297 * MM],
    pages: 2,
    pieces: [
      head('parent', 'UBND TỈNH HƯNG YÊN', OFFICE, 69, 12, 'regular'),
      head('issuer', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', OFFICE, 83, 12, 'bold'),
      head('number', 'Số: 128/SKHCN-CĐS', OFFICE, 120, 13, 'regular'),
      head('abstract-1', 'V/v tăng cường tuyên truyền về an toàn', OFFICE, 142, 12, 'regular'),
      head('abstract-2', 'thông tin trên không gian mạng', OFFICE, 156, 12, 'regular'),
      head('nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', NATION, 69, 12, 'bold'),
      head('motto', 'Độc lập - Tự do - Hạnh phúc', NATION, 84, 13, 'bold'),
      head('date', 'Hưng Yên, ngày 09 tháng 3 năm 2026', NATION, 120, 13, 'italic'),
      head('addressee', 'Kính gửi: Ủy ban nhân dân các xã, phường', 319, 200, 14, 'regular'),
      running('opening', 'Thời gian qua, tình hình diễn biến phức tạp.', 230, LEFT + 10 * MM),
      ...paragraph.map((text, i, all): Piece => ({
        ...running(`line-${i + 1}`, text, 256 + 16.1 * i, i === 0 ? LEFT + 10 * MM : LEFT),
        ...(i < all.length - 1 && { right: RIGHT }),
      })),
      { ...head('page-number', '2', 319, 36, 14, 'regular'), page: 2 },
      running('ending', 'Trân trọng./.', 80, LEFT + 10 * MM, 2),
      { ...running('heading', 'Nơi nhận:', 130, LEFT, 2), size: 12, font: 'boldItalic' },
      recipient(1, '- Như trên;'),
      recipient(2, '- Lãnh đạo Sở;'),
      recipient(3, '- Lưu: VT, CĐS.'),
      { ...head('authority', 'GIÁM ĐỐC', SIGNER, 132, 14, 'bold'), page: 2 },
      { ...head('name', 'Trần Thị Minh Hạnh', SIGNER, 230, 14, 'bold'), page: 2 },
    ],
    rules: [
      { id: 'issuer', x: OFFICE - 37, right: OFFICE + 37, y: 88 },
      { id: 'motto', x: NATION - 79.5, right: NATION + 79.5, y: 89 },
    ],
  };
  change(sheet);
  return print(sheet);
}

async function print({ size, pages, pieces, rules }: Forgery): Promise<Buffer> {
  const pdf = new PDFDocument({ size, margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (const [style, path] of Object.entries(FONTS)) {
    pdf.registerFont(style, require.resolve(`@expo-google-fonts/tinos/${path}`));
  }
  for (let page = 1; page <= pages; page++) {
    pdf.addPage();
    for (const piece of pieces.filter((one) => (one.page ?? 1) === page)) set(pdf, piece);
    if (page > 1) continue;
    for (const { x, right, y } of rules) pdf.moveTo(x, y).lineTo(right, y).lineWidth(0.5).stroke();
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function set(pdf: PDFKit.PDFDocument, { text, x, y, size, font, centred, right, colour }: Piece) {
  pdf
    .font(font)
    .fontSize(size)
    .fillColor(colour ?? 'black');
  const width = pdf.widthOfString(text);
  const spaces = text.split(' ').length - 1;
  pdf.text(text, centred ? x - width / 2 : x, y, {
    lineBreak: false,
    baseline: 'alphabetic',
    ...(right !== undefined && { wordSpacing: (right - x - width) / spaces }),
  });
}
