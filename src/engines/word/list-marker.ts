import { formatNumber } from './number-formats.ts';
import { styleOf, type Tree } from './tree.ts';

/** A list around an item: how many items it had so far, and the `type` of an ordered one. */
export interface ListAround {
  isOrdered: boolean;
  format?: string;
  /** Whether it says with which number it begins. */
  isPlaced: boolean;
  count: number;
}

/** `style` is what is declared for the list. */
export function listOf({ name, attributes = {} }: Tree, style: Record<string, string>): ListAround {
  const first = Number.parseInt(attributes.start ?? '', 10);
  const isPlaced = !Number.isNaN(first);
  const format = style['list-style-type'] ?? attributes.type;
  return { isOrdered: name === 'ol', format, isPlaced, count: isPlaced ? first - 1 : 0 };
}

export const isMarkerSpan = (tree: Tree): boolean =>
  /ignore/i.test(styleOf(tree)['mso-list'] ?? '');

/** What Word wrote out before an item: other programs are to ignore it. */
export function markerSpan(tree: Tree): Tree | undefined {
  if (isMarkerSpan(tree)) return tree;
  for (const child of tree.children ?? []) {
    const found = markerSpan(child);
    if (found) return found;
  }
  return undefined;
}

/** Units of a document, which keep their number within their heading. */
export const isUnit = (number: string): boolean => /^(?:phần|chương|mục|tiểu mục)\s/iu.test(number);

/** As the body has it: `1)` is `1.`, `a.` is `a)`, a bullet a dash or, further in, a plus; `Điều 1.` stays text. */
export function markerOf(written: string, isInner = false): string {
  const text = written
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .normalize('NFC');
  const close = text.replaceAll(' ', '');
  const number = /^(\d{1,3}(?:\.\d{1,3})*)[.)/]?$/.exec(close);
  if (number) return `${number[1]}.`;
  const letter = /^([a-zđ])[.)]$/.exec(close);
  if (letter) return `${letter[1]})`;
  // `o` of Courier New is a bullet.
  if (/[\p{L}\p{N}]/u.test(text) && text !== 'o') return text;
  return text && (isInner || text === '+') ? '+' : text && '-';
}

/** The names of `w:numFmt` by `type` and by `list-style-type`. */
export const NUMBER_FORMATS: [RegExp, string][] = [
  [/^(?:a|lower-(?:alpha|latin))$/, 'lowerLetter'],
  [/^(?:A|upper-(?:alpha|latin))$/, 'upperLetter'],
  [/^(?:i|lower-roman)$/, 'lowerRoman'],
  [/^(?:I|upper-roman)$/, 'upperRoman'],
  [/^(?:1|decimal)$/, 'decimal'],
];

/** The marker of an item of HTML, as a browser shows it: digits unless the list says otherwise. */
export function itemMarker(
  list: ListAround | undefined,
  isInner: boolean,
  own = list?.format,
): string {
  if (!list?.isOrdered) return markerOf('•', isInner);
  const format = NUMBER_FORMATS.find(([pattern]) => pattern.test(own ?? ''))?.[1] ?? 'decimal';
  return markerOf(`${formatNumber(list.count, format)}.`);
}
