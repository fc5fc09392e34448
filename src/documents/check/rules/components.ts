import { COMPONENT_FORMS } from '../component-forms.ts';
import { annexI, type Fault, type LayoutRule } from '../finding.ts';
import type { Located } from '../finder.ts';
import type { Sheet } from '../sheet.ts';
import { signatureBlocks } from '../../official-document.ts';

/** Annex I, II: what every document has; a draft may still lack it. */
export const REQUIRED: LayoutRule = {
  id: 'component.required',
  clause: annexI('II'),
  severity: 'error',
  *find({ document }: Sheet): Generator<Fault> {
    const lacking = (place: string, name: string): Fault => ({
      place,
      message: `Chưa có ${name}.`,
      remedy: `Ghi ${name} vào dự thảo.`,
    });
    const { type = 'cong-van', addressees, recipientLines, abstract, body } = document;
    if (!document.issuingBody) yield lacking('Tên cơ quan ban hành', 'tên cơ quan ban hành');
    if (!document.symbol) yield lacking('Số, ký hiệu', 'ký hiệu văn bản');
    if (!document.place) yield lacking('Địa danh, ngày tháng', 'địa danh');
    if (!abstract) yield lacking('Trích yếu', 'trích yếu nội dung');
    if (body.length === 0) yield lacking('Nội dung', 'nội dung văn bản');
    if (type === 'cong-van' && addressees.length === 0) {
      yield lacking('Kính gửi', 'nơi nhận trực tiếp ở phần "Kính gửi"');
    }
    if (recipientLines.length === 0) yield lacking('Nơi nhận', 'danh sách nơi nhận');
    for (const { authority, signerName } of signatureBlocks(document)) {
      if (authority.length === 0)
        yield lacking('Quyền hạn, chức vụ', 'quyền hạn, chức vụ của người ký');
      if (!signerName) yield lacking('Họ tên người ký', 'họ tên người ký');
    }
  },
};

/** What the draft says stands on the page, word for word. */
export const PRINTED: LayoutRule = {
  id: 'component.printed',
  clause: annexI('II'),
  severity: 'error',
  *find({ components }: Sheet): Generator<Fault> {
    for (const { kind, place, lines } of components) {
      if (lines.length > 0) continue;
      yield {
        clause: COMPONENT_FORMS[kind].clause,
        place,
        message: `Không tìm thấy trên trang in: ${place}.`,
        remedy: 'Trình bày lại văn bản từ dự thảo để thành phần này được in đầy đủ.',
      };
    }
  },
};

/** A rule about the form of each printed component, under that component's own clause. */
function formRule(
  id: string,
  judge: (part: Located) => Omit<Fault, 'place'> | undefined,
): LayoutRule {
  return {
    id,
    clause: annexI('V'),
    severity: 'error',
    *find({ components }: Sheet): Generator<Fault> {
      for (const part of components) {
        const fault = part.lines.length > 0 ? judge(part) : undefined;
        if (fault) yield { clause: COMPONENT_FORMS[part.kind].clause, place: part.place, ...fault };
      }
    },
  };
}

const fontsOf = ({ lines }: Located) =>
  lines.flatMap(({ glyphs }) =>
    glyphs.filter(({ character }) => /\p{L}/u.test(character)).map(({ font }) => font),
  );

/** Sizes of Annex I, V. */
export const SIZE = formRule('component.size', (part) => {
  const [least, greatest] = COMPONENT_FORMS[part.kind].size;
  const wrong = part.lines.find(({ size }) => size < least - 0.1 || size > greatest + 0.1);
  if (!wrong) return undefined;
  const range = least === greatest ? `${least}` : `${least} đến ${greatest}`;
  return {
    message: `Cỡ chữ đo được ${String(wrong.size).replace('.', ',')}.`,
    remedy: `Đặt cỡ chữ ${range}.`,
  };
});

export const WEIGHT = formRule('component.weight', (part) => {
  const { bold } = COMPONENT_FORMS[part.kind];
  if (bold === undefined || fontsOf(part).every((font) => font.bold === bold)) return undefined;
  return bold
    ? { message: 'Chữ chưa in đậm.', remedy: 'Đặt kiểu chữ đậm.' }
    : { message: 'Chữ in đậm.', remedy: 'Bỏ kiểu chữ đậm.' };
});

export const SLANT = formRule('component.slant', (part) => {
  const { italic } = COMPONENT_FORMS[part.kind];
  if (italic === undefined || fontsOf(part).every((font) => font.italic === italic)) {
    return undefined;
  }
  return italic
    ? { message: 'Chữ chưa in nghiêng.', remedy: 'Đặt kiểu chữ nghiêng.' }
    : { message: 'Chữ in nghiêng.', remedy: 'Đặt kiểu chữ đứng.' };
});

export const CAPITALS = formRule('component.capitals', (part) => {
  if (!COMPONENT_FORMS[part.kind].capitals) return undefined;
  const text = part.lines.map((line) => line.text).join(' ');
  if (text === text.toLocaleUpperCase('vi')) return undefined;
  return { message: `"${text}" chưa viết in hoa.`, remedy: 'Viết in hoa toàn bộ thành phần này.' };
});
