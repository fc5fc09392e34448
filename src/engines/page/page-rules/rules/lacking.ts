import { annexI } from '../../finding.ts';
import { COMPONENT_FORMS, type ComponentKind } from '../component-forms.ts';
import type { PageFault, CheckInput } from '../check-input.ts';

/** Annex I, II: what every dispatch has. */
const ALWAYS: ComponentKind[] = [
  'national-name',
  'motto',
  'issuing-body',
  'number',
  'place-and-date',
  'recipients-heading',
];

/** A picture as large at the head of page 1 may show what is not found in words. */
const PICTURE = 120;

/** Components that a page lacks, as far as it can be known: words that somebody pasted as a picture are not read. */
export function* lacking(input: CheckInput): Generator<PageFault> {
  if (hasPictureAbove(input)) return;
  const has = (kind: ComponentKind) => input.printed(kind).length > 0;
  const isLetter = !has('type-name');
  for (const kind of ALWAYS) {
    const { name, clause } = COMPONENT_FORMS[kind];
    const remedy = `Ghi ${small(name)} theo sơ đồ bố trí các thành phần thể thức.`;
    if (!has(kind)) yield { clause, place: name, message: `Không thấy ${small(name)}.`, remedy };
  }
  if (isLetter && !has('letter-abstract')) {
    yield {
      clause: annexI('II.5'),
      place: 'Trích yếu',
      message: 'Không thấy trích yếu "V/v …" dưới số, ký hiệu, cũng không thấy tên loại văn bản.',
      remedy: 'Công văn ghi "V/v" và trích yếu dưới số, ký hiệu; văn bản khác ghi tên loại ở giữa.',
    };
  }
  if (isLetter && has('letter-abstract') && !has('addressee')) {
    const { name, clause } = COMPONENT_FORMS.addressee;
    const remedy = 'Ghi "Kính gửi:" và nơi nhận trực tiếp dưới phần đầu của công văn.';
    yield { clause, place: name, message: 'Không thấy "Kính gửi:".', remedy };
  }
}

const small = (name: string) => name[0]!.toLocaleLowerCase('vi') + name.slice(1);

export function hasPictureAbove({ file }: CheckInput): boolean {
  const { height } = file.pages[0]!;
  return file.pictures.some(
    ({ page, x, right, top }) => page === 1 && top < 0.35 * height && right - x > PICTURE,
  );
}
