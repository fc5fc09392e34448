import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const p = (text: string, bold = false) =>
  new Paragraph({ children: [new TextRun({ text, bold, size: 28, font: 'Times New Roman' })] });
const cell = (...lines: (string | Paragraph)[]) =>
  new TableCell({ children: lines.map((line) => (typeof line === 'string' ? p(line) : line)) });
const table = (...rows: TableCell[][]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((children) => new TableRow({ children })),
  });
const item = (text: string, level: number) =>
  new Paragraph({ text, numbering: { reference: 'list', level } });

const LETTERHEAD = [
  'ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH',
  'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
  'Số:        /STTTT-BCVT',
  'V/v kiểm tra hệ thống',
  'truyền thanh cơ sở',
];
const NATION = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Thái Bình, ngày      tháng      năm 2024',
];

/** A công văn as offices write them in Word: letterhead and closing in tables without lines. */
export function letterInWord(stamp?: string): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'list',
            levels: [
              { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
              { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)' },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [p('Theo báo cáo năm 2023.')] } },
      sections: [
        {
          children: [
            table([cell(...LETTERHEAD, ...(stamp ? [stamp] : [])), cell(...NATION)]),
            p(''),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun('Kính gửi: Ủy ban nhân dân các huyện, thành phố')],
            }),
            new Paragraph({
              children: [
                new TextRun('Để chuẩn bị cho năm tới, Sở '.normalize('NFD')),
                new TextRun({ text: 'đề nghị', bold: true, color: 'FF0000', size: 26 }),
                new TextRun({ text: ' các cơ quan', underline: {} }),
                new FootnoteReferenceRun(1),
                new TextRun(':'),
                new ImageRun({
                  type: 'png',
                  data: PIXEL,
                  transformation: { width: 10, height: 10 },
                }),
              ],
            }),
            item('Rà soát máy móc;', 0),
            item('Ở cấp huyện;', 1),
            item('Ở cấp xã.', 1),
            item('Báo cáo Sở.', 0),
            table([cell('Đơn vị'), cell('Số loa')], [cell('Xã An Bình'), cell('12')]),
            p('Trân trọng./.'),
            table([
              cell('Nơi nhận:', '- Như trên;', '- Lãnh đạo Sở;', '- Lưu: VT, BCVT.'),
              cell('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Vũ Xuân Thành'),
            ]),
          ],
        },
      ],
    }),
  );
}
