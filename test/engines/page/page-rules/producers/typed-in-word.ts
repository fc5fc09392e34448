import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';

/** What may be typed otherwise. Sizes are in points, lengths in twentieths of one. */
export interface Typing {
  font: string;
  bodySize: number;
  numberText: string;
  dateText: string;
  nation: string;
  motto: string;
  isIssuerBold: boolean;
  hasIssuerRule: boolean;
  hasMottoRule: boolean;
  indent: number;
  gap: number;
  line: number;
  left: number;
  recipients: string[];
  authority: string[];
  signer: string;
  ending: string;
  hasPageNumber: boolean;
  paragraphs: number;
}

const CAREFUL: Typing = {
  font: 'Tinos',
  bodySize: 14,
  numberText: 'Số: 128/SKHCN-CĐS',
  dateText: 'Hưng Yên, ngày 09 tháng 3 năm 2026',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  isIssuerBold: true,
  hasIssuerRule: true,
  hasMottoRule: true,
  indent: 567,
  gap: 120,
  line: 264,
  left: 1701,
  recipients: ['- Như trên;', '- Lãnh đạo Sở;', '- Lưu: VT, CĐS.'],
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Trần Thị Minh Hạnh',
  ending: 'Đề nghị các cơ quan, đơn vị quan tâm thực hiện./.',
  hasPageNumber: true,
  paragraphs: 9,
};

const PARAGRAPH =
  'Tăng cường tuyên truyền trên hệ thống thông tin cơ sở để người dân biết và chủ động phòng tránh các thủ đoạn lừa đảo; phối hợp với lực lượng chức năng kịp thời phát hiện, ngăn chặn và xử lý nghiêm các hành vi vi phạm trên không gian mạng; phổ biến rộng rãi số điện thoại tiếp nhận phản ánh.';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** A công văn as an office types it in Word, by the model of Decree 30/2020/NĐ-CP but for `changes`. */
export function typedInWord(changes: Partial<Typing> = {}): Promise<Buffer> {
  const typing = { ...CAREFUL, ...changes };
  const { font } = typing;
  const run = (text: string, size: number, options: IRunOptions = {}) =>
    new TextRun({ text, font, size: size * 2, ...options });
  const centred = (runs: TextRun[], options: IParagraphOptions = {}) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: runs, ...options });
  const columns = (widths: [number, number], left: Paragraph[], right: Paragraph[]) =>
    new Table({
      width: { size: widths[0] + widths[1], type: WidthType.DXA },
      columnWidths: widths,
      borders: { ...BORDERS, insideHorizontal: NONE, insideVertical: NONE },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [left, right].map(
            (children, i) =>
              new TableCell({
                children,
                borders: BORDERS,
                margins: { left: 0, right: 0 },
                width: { size: widths[i]!, type: WidthType.DXA },
              }),
          ),
        }),
      ],
    });
  const mottoRun = run(
    typing.motto,
    14,
    typing.hasMottoRule ? { bold: true, underline: {} } : { bold: true },
  );
  const head = [
    columns(
      [3852, 5502],
      [
        centred([run('UBND TỈNH HƯNG YÊN', 13)]),
        centred([run('SỞ KHOA HỌC', 13, { bold: typing.isIssuerBold })]),
        centred([run('VÀ CÔNG NGHỆ', 13, { bold: typing.isIssuerBold })]),
        ...(typing.hasIssuerRule ? [drawnRule()] : []),
      ],
      [centred([run(typing.nation, 12, { bold: true })]), centred([mottoRun])],
    ),
    columns(
      [3852, 5502],
      [
        centred([run(typing.numberText, 13)], { spacing: { before: 160 } }),
        centred(
          [run('V/v tăng cường tuyên truyền về an toàn thông tin trên không gian mạng', 12)],
          {
            spacing: { before: 120 },
          },
        ),
      ],
      [centred([run(typing.dateText, 13, { italics: true })], { spacing: { before: 160 } })],
    ),
  ];
  const body = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: typing.indent },
      spacing: { before: typing.gap, line: typing.line, lineRule: LineRuleType.AUTO },
      children: [run(text, typing.bodySize)],
    });
  const blank = () => centred([run('', 14)]);
  const closing = columns(
    [4300, 5054],
    [
      new Paragraph({ children: [run('Nơi nhận:', 12, { bold: true, italics: true })] }),
      ...typing.recipients.map((text) => new Paragraph({ children: [run(text, 11)] })),
    ],
    [
      ...typing.authority.map((text) => centred([run(text, 14, { bold: true })])),
      ...[1, 2, 3, 4, 5].map(blank),
      centred([run(typing.signer, 14, { bold: true })]),
    ],
  );
  const number = centred([new TextRun({ children: [PageNumber.CURRENT], font, size: 28 })]);
  const document = new Document({
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: typing.left, right: 851, header: 567 },
          },
        },
        headers: {
          first: new Header({ children: [] }),
          ...(typing.hasPageNumber && { default: new Header({ children: [number] }) }),
        },
        children: [
          ...head,
          centred([run('Kính gửi: Ủy ban nhân dân các xã, phường', 14)], {
            spacing: { before: 240, after: 120 },
          }),
          ...Array.from({ length: typing.paragraphs }, (_, i) =>
            body(`Việc thứ ${i + 1}. ${PARAGRAPH}`),
          ),
          body(typing.ending),
          new Paragraph({ children: [], spacing: { before: 120 } }),
          closing,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The line under the issuing body: the upper border of an empty paragraph. */
function drawnRule(): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    indent: { left: 1526, right: 1526 },
    border: { top: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
  });
}
