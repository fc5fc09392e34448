import type { Recognised } from './recognition/recognise.ts';
import { wordsOf } from './read-words.ts';
import { hasPictureAbove } from './rules/lacking.ts';

/** One thing that was read off the pages. */
export interface ReadPart {
  label: string;
  value: string;
  page: number;
}

const LONGEST = 400;

/** What was read, in the order of the page; what was not found is left out. */
export function readParts(recognised: Recognised): ReadPart[] {
  const { input, head, title, closing } = recognised;
  const words = wordsOf(recognised);
  const parts: ReadPart[] = [];
  const add = (label: string, value: string | undefined, page = 1) => {
    if (!value) return;
    parts.push({
      label,
      value: value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
      page,
    });
  };
  const all = (kind: Parameters<typeof input.printed>[0]) =>
    input
      .printed(kind)
      .flatMap(({ lines }) => lines)
      .map(({ text }) => text)
      .join(' ');
  add('Cơ quan chủ quản', all('parent-body'));
  add('Cơ quan ban hành', head.agencies || all('issuing-body'));
  if (head.number) add('Số', head.number.number || 'còn để trống');
  add('Ký hiệu', head.number?.symbol);
  add('Địa danh', head.date?.place);
  if (head.date) add('Ngày ban hành', dayOf(head.date));
  add('Loại văn bản', title.typeName ? capital(title.typeName) : words.abstract && 'Công văn');
  add('Mức độ khẩn', all('urgency'));
  add('Trích yếu', words.abstract);
  add('Kính gửi', words.addressees.join('; '));
  const last = closing?.page;
  add('Nơi nhận', closing?.recipients.join(' '), last);
  add('Quyền hạn, chức vụ', closing?.authority.join(' / '), last);
  add('Người ký', closing?.signerName, input.one('signer-name')?.[0]?.page ?? last);
  return parts;
}

const capital = (text: string) => text[0]!.toLocaleUpperCase('vi') + text.slice(1);

function dayOf({ day, month, year }: { day: string; month: string; year: string }): string {
  return day && month && year ? `${day}/${month}/${year}` : 'còn để trống';
}

/** What could not be judged, a sentence each. */
export function unjudged(recognised: Recognised): string[] {
  const { input, head, closing, ownPages, scanned } = recognised;
  const { file, circumstances } = input;
  const sentences: string[] = [];
  const say = (isSo: boolean, sentence: string) => {
    if (isSo) sentences.push(sentence);
  };
  say(
    hasPictureAbove(input),
    'Phần đầu trang 1 có hình ảnh: thành phần nào nằm trong hình thì không đọc được.',
  );
  say(!head.number?.number, 'Số còn để trống hoặc không đọc được: chưa xét cách ghi số.');
  say(!head.date?.day, 'Ngày còn để trống hoặc không đọc được: chưa xét cách ghi ngày, tháng.');
  say(
    input.printed('text').length === 0,
    'Nội dung quá ngắn nên chưa xét lề và cách trình bày đoạn.',
  );
  say(!closing, 'Không thấy "Nơi nhận:" nên chưa xét phần ký và nơi nhận.');
  const unsigned = closing && (!closing.signerName || closing.authority.length === 0);
  say(unsigned === true, 'Không đọc được trọn chức vụ và họ tên người ký: chưa xét phần ký.');
  say(
    closing !== undefined && closing.recipients.length === 0,
    'Không đọc trọn được danh sách nơi nhận.',
  );
  say(circumstances.isSignedJointly, 'Văn bản có nhiều người ký: chưa xét vị trí phần ký.');
  if (scanned.length > 0) {
    sentences.push(`Trang ${scanned.join(', ')} là ảnh nên không xét.`);
  }
  say(
    ownPages < file.pages.length,
    `Từ trang ${ownPages + 1} là phụ lục: chỉ xét khổ giấy và số trang.`,
  );
  const nameless = input.lines.some(({ glyphs }) => glyphs.some(({ font }) => !font.isNamed));
  say(nameless, 'Có phông chữ không ghi tên trong tệp: chưa xét chữ đậm, nghiêng ở chỗ đó.');
  const unsized = input.lines.some(({ isSized }) => !isSized);
  say(unsized, 'Có chữ do chương trình vẽ từng nét: chưa xét cỡ chữ và khoảng cách ở chỗ đó.');
  sentences.push('Chữ ký số không xét ở đây: dùng trang Kiểm tra văn bản.');
  return sentences;
}
