import { classOf, styleOf, type Tree } from './tree.ts';

/** What is counted once for each kind of it that there was. */
const KINDS = { size: 'cỡ chữ', family: 'phông chữ', color: 'màu chữ', ground: 'màu nền' } as const;
/** What is counted wherever it was. */
const PLACES = {
  image: 'ảnh',
  link: 'liên kết (chữ được giữ)',
  note: 'chú thích',
  comment: 'nhận xét',
  underline: 'chỗ gạch chân',
  strike: 'chỗ gạch ngang',
  script: 'chỉ số trên hoặc dưới (chữ được giữ)',
  deletion: 'chỗ đã xóa (theo dõi sửa đổi)',
  aligned: 'đoạn căn giữa hoặc căn phải',
  merged: 'ô gộp',
  nested: 'bảng lồng trong bảng',
  box: 'khung chữ (chữ được giữ, đặt sau đoạn có khung)',
  shape: 'hình vẽ',
  art: 'chữ nghệ thuật',
  chart: 'biểu đồ',
  diagram: 'sơ đồ SmartArt',
  object: 'đối tượng nhúng',
  chunk: 'phần chèn từ tệp khác (không đọc được)',
  insertion: 'chỗ đã thêm (theo dõi sửa đổi, chữ được nhận)',
  hidden: 'chỗ chữ ẩn',
  blank: 'ô chưa điền',
  field: 'trường tự động không có kết quả',
  moment: 'ngày giờ tự động (giữ chữ đang hiện)',
  page: 'số trang hoặc mục lục tự động (giữ chữ đang hiện)',
  counter: 'số thứ tự bằng trường tự động (không đọc được)',
  format: 'số tự động có kiểu lạ (ghi bằng chữ số)',
  equation: 'công thức (viết lại trên một dòng)',
  'unread equation': 'công thức không đọc được',
  symbol: 'ký hiệu không có trong Unicode',
  margin: 'đầu trang hoặc chân trang',
} as const;

const PLAIN =
  /^(?:black|windowtext|auto|inherit|transparent|white|none|#0{3,6}|#f{3,6}|rgb\(0, ?0, ?0\)|rgb\(255, ?255, ?255\))?$/i;

/** Counts what a page of Word has and a body has not. */
export class Dropped {
  private readonly kinds = new Map<keyof typeof KINDS, Set<string>>();
  private readonly places = new Map<keyof typeof PLACES, number>();
  /** What no count says. */
  readonly remarks: string[] = [];

  place(kind: keyof typeof PLACES, count = 1): void {
    if (count > 0) this.places.set(kind, (this.places.get(kind) ?? 0) + count);
  }

  say(words: string): void {
    this.remarks.push(words);
  }

  kind(kind: keyof typeof KINDS, value: string | undefined): void {
    if (!value) return;
    if (!this.kinds.has(kind)) this.kinds.set(kind, new Set());
    this.kinds.get(kind)!.add(value.toLowerCase().replace(/^["']|["']?,.*$|["']$/g, ''));
  }

  /** What the style of an element says that is not kept. */
  note(element: Tree): void {
    const style = styleOf(element);
    const { name, attributes = {} } = element;
    const isFont = name === 'font';
    this.kind('size', style['font-size'] ?? (isFont ? attributes.size : undefined));
    this.kind('family', style['font-family'] ?? (isFont ? attributes.face : undefined));
    const color = style.color ?? (isFont ? attributes.color : undefined);
    if (color && !PLAIN.test(color)) this.kind('color', color);
    const ground = style.background ?? style['background-color'];
    if (ground && !PLAIN.test(ground)) this.kind('ground', ground);
    const line = style['text-decoration'] ?? '';
    if (name === 'u' || line.includes('underline')) this.place('underline');
    if (/^(s|strike)$/.test(name) || line.includes('line-through')) this.place('strike');
    if (/^su[pb]$/.test(name) || /^(?:super|sub)$/.test(style['vertical-align'] ?? '')) {
      this.place('script');
    }
    if (/center|right/i.test(style['text-align'] ?? attributes.align ?? '') && isBlock(element)) {
      this.place('aligned');
    }
    if (name === 'a' && attributes.href) this.place(isNote(element) ? 'note' : 'link');
  }

  /** `3 cỡ chữ`, `1 ảnh` … */
  get counts(): string[] {
    return [
      ...[...this.kinds].map(([kind, values]) => `${values.size} ${KINDS[kind]}`),
      ...[...this.places].map(([place, count]) => `${count} ${PLACES[place]}`),
    ];
  }

  get words(): string[] {
    return [...this.counts, ...this.remarks];
  }
}

const isBlock = ({ name }: Tree) => /^(p|div|h\d|li)$/.test(name);

/** A mark that leads to a footnote or an endnote. */
export const isNote = (element: Tree): boolean =>
  /^#(?:_(?:ftn|edn)|(?:sd)?(?:foot|end)note)/.test(element.attributes?.href ?? '') ||
  /Mso(?:Foot|End)noteReference/.test(classOf(element));

/** The notes themselves, which stand below what was copied; their marks in the text are counted. */
export const isNoteText = (element: Tree): boolean =>
  /^(?:(?:foot|end)note|comment)-list/.test(styleOf(element)['mso-element'] ?? '') ||
  /^(?:sd)?(?:foot|end)note-?\d/.test(element.attributes?.id ?? '');
