import { COMPONENT_FORMS } from '../component-forms.ts';
import { annexI } from '../../finding.ts';
import type { Located } from '../finder.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** A rule about the form of each printed component, under that component's own clause. */
function formRule(
  id: string,
  judge: (part: Located) => Omit<PageFault, 'place'> | undefined,
): PageRule {
  return {
    id,
    clause: annexI('V'),
    severity: 'error',
    *find({ components }: CheckInput): Generator<PageFault> {
      for (const part of components) {
        const fault = part.lines.length > 0 ? judge(part) : undefined;
        if (fault) yield { clause: COMPONENT_FORMS[part.kind].clause, place: part.place, ...fault };
      }
    },
  };
}

/** Fonts without a name do not say whether they are bold. */
const fontsOf = ({ lines }: Located) =>
  lines.flatMap(({ glyphs }) =>
    glyphs
      .filter(({ character, font }) => font.isNamed && /\p{L}/u.test(character))
      .map(({ font }) => font),
  );

/** Programs round sizes; nobody means a third of a point. */
const SLACK = 0.3;

/** Sizes of Annex I, V. */
export const SIZE = formRule('component.size', (part) => {
  const [least, greatest] = COMPONENT_FORMS[part.kind].size;
  const wrong = part.lines.find(
    ({ size, isSized }) => isSized && (size < least - SLACK || size > greatest + SLACK),
  );
  if (!wrong) return undefined;
  const range = least === greatest ? `${least}` : `${least} đến ${greatest}`;
  return {
    message: `Cỡ chữ đo được ${String(Math.round(wrong.size * 10) / 10).replace('.', ',')}.`,
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
