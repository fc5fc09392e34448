import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const face = (path: string) => require.resolve(`@expo-google-fonts/tinos/${path}`);

/** A line of type and where its upper left corner stands, points. */
export type Line = [text: string, x: number, y: number, bold?: boolean];

export interface Sheet {
  lines?: Line[];
  /** A picture over the whole page. */
  picture?: Buffer;
  /** The lines are there to be found, not to be seen: as OCR leaves them. */
  isHidden?: boolean;
}

/** A PDF of pages that are drawn line by line. */
export async function drawn(
  sheets: Sheet[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('regular', face('400Regular/Tinos_400Regular.ttf'));
  pdf.registerFont('bold', face('700Bold/Tinos_700Bold.ttf'));
  for (const { lines = [], picture, isHidden } of sheets) {
    pdf.addPage();
    if (picture) pdf.image(picture, 0, 0, { width: 595.28, height: 841.89 });
    if (isHidden) pdf.addContent('3 Tr');
    for (const [text, x, y, bold] of lines) {
      pdf
        .font(bold ? 'bold' : 'regular')
        .fontSize(13)
        .text(text, x, y, { lineBreak: false });
    }
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The head and the foot of a letter, for what is not about its form. */
export const LETTER: Line[] = [
  ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 85, 60, true],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 310, 60, true],
  ['Độc lập - Tự do - Hạnh phúc', 350, 76, true],
  ['Số: 128/SKHCN-CĐS', 110, 100],
  ['Hưng Yên, ngày 09 tháng 3 năm 2026', 330, 100],
  ['V/v tuyên truyền an toàn thông tin', 90, 122],
  ['Kính gửi: Ủy ban nhân dân các xã, phường', 150, 170],
  ['Nơi nhận:', 85, 300, true],
  ['- Như trên;', 85, 316],
  ['- Lưu: VT, CĐS.', 85, 332],
  ['GIÁM ĐỐC', 400, 300, true],
  ['Trần Thị Minh Hạnh', 380, 400, true],
];
