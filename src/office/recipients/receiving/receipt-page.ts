import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { askedOf } from '../../dispatches/term-words.ts';
import { HOW_NAMES } from './words.ts';
import { shortDate, vietnamTime } from '../../../platform/time/vietnam-time.ts';
import { pdfString, type PdfKit } from '../../../engines/page/pdf/pdfkit-internals.ts';
import { RECEIPT_FIELD } from '../../../engines/signatures/dispatch-signatures.ts';
import type { SignedStatement } from '../../../engines/signatures/statement/sign-statement.ts';
import type { ReceiptContent } from './receipt-content.ts';

const MM = 72 / 25.4;
const LEFT = 30 * MM;
const WIDTH = 165 * MM;
const LABEL = 45 * MM;
/** Real size of an office's seal. */
const SEAL = 36 * MM;

const { resolve } = createRequire(import.meta.url);
const font = (path: string) => resolve(`@expo-google-fonts/tinos/${path}`);

/** The receipt as a page, with the statement attached and an empty place for the agency's signature. */
export async function receiptPage(
  content: ReceiptContent,
  statement: SignedStatement,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: `Biên nhận ${content.dispatch.reference}`, Author: content.issuer.name },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((done) => pdf.on('end', done));
  pdf.registerFont('regular', font('400Regular/Tinos_400Regular.ttf'));
  pdf.registerFont('bold', font('700Bold/Tinos_700Bold.ttf'));
  const centred = { width: WIDTH, align: 'center' } as const;
  pdf
    .font('bold')
    .fontSize(12)
    .text(content.issuer.name.toLocaleUpperCase('vi'), LEFT, 25 * MM);
  pdf.fontSize(16).text('BIÊN NHẬN VĂN BẢN ĐIỆN TỬ', LEFT, 45 * MM, centred);
  pdf.y += 8 * MM;
  for (const [label, value] of rows(content)) {
    const top = pdf.y;
    pdf
      .font('regular')
      .fontSize(13)
      .text(label, LEFT, top, { width: LABEL - 5 * MM });
    const low = pdf.y;
    pdf.font('bold').text(value, LEFT + LABEL, top, { width: WIDTH - LABEL });
    pdf.y = Math.max(low, pdf.y) + 2 * MM;
  }
  pdf.y += 6 * MM;
  pdf
    .font('bold')
    .text('Chữ ký số của cơ quan', LEFT + WIDTH / 2, pdf.y, { width: WIDTH / 2, align: 'center' });
  addSignatureField(pdf as unknown as PdfKit, LEFT + (WIDTH * 3) / 4 - SEAL / 2, pdf.y + 2 * MM);
  pdf.font('regular').fontSize(10);
  pdf.text(
    'Tệp bien-nhan.json đính kèm là cùng biên nhận này ở dạng máy đọc được, có chữ ký riêng.',
    LEFT,
    275 * MM,
    { width: WIDTH },
  );
  // Its types do not know `relationship` (ISO 32000-2, 14.13), pdfkit does.
  const attachment = {
    name: 'bien-nhan.json',
    type: 'application/json',
    relationship: 'Data',
    creationDate: new Date(content.madeAt),
    modifiedDate: new Date(content.madeAt),
  };
  pdf.file(Buffer.from(JSON.stringify(statement, null, 2)), attachment);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function rows({ dispatch, recipient, acknowledgement, fileSha256 }: ReceiptContent) {
  const { name, post, how, at, onBehalfBy } = acknowledgement;
  const asked = askedOf({
    purpose: recipient.purpose ?? null,
    replyBy: recipient.replyBy ? new Date(recipient.replyBy) : null,
  });
  const person = [name, post].filter(Boolean).join(', ');
  return [
    ['Văn bản', `${dispatch.reference} ngày ${shortDate(dispatch.issuedOn)}`],
    ['Trích yếu', dispatch.abstract],
    ['Mã tệp SHA-256', fileSha256.replace(/.{16}(?=.)/g, '$& ')],
    ['Cơ quan nhận', recipient.name],
    ...(asked ? [['Nơi gửi yêu cầu', asked]] : []),
    ...(onBehalfBy ? [['Xác nhận thay', onBehalfBy]] : []),
    ...(person ? [['Người xác nhận', person]] : []),
    ['Tiếp nhận lúc', `${vietnamTime(new Date(at))}, ${HOW_NAMES[how]}`],
  ] as [string, string][];
}

function addSignatureField(pdf: PdfKit, x: number, y: number): void {
  const appearance = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, SEAL, SEAL],
    Resources: {},
  });
  appearance.end(' ');
  pdf.annotate(x, y, SEAL, SEAL, {
    Subtype: 'Widget',
    FT: 'Sig',
    F: 4,
    P: pdf.page.dictionary,
    T: pdfString(RECEIPT_FIELD),
    TU: pdfString('Chữ ký số của cơ quan'),
    AP: { N: appearance },
    Lock: { Type: 'SigFieldLock', Action: 'All' },
  });
  const form = pdf.ref({ Fields: [pdf.page.annotations.at(-1)], SigFlags: 3 });
  pdf._root.data.AcroForm = form;
  pdf.endAcroForm = () => form.end();
}
