import { legible, type OldFonts } from './legible.ts';
import { markerOf, NUMBER_FORMATS, type ListAround } from './list-marker.ts';
import { formatNumber } from './number-formats.ts';
import { isSymbolFont } from './symbols.ts';
import type { Tree } from './tree.ts';

/** By the number that Word has for a format; [MS-OSHARED] 2.2.1.3, MSONFC. */
const FORMATS = ['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter'];
const LAST_FORMAT = /"469769242":\[[^\]]*65533,(\d+)/;

/** The numbers of Word Online: it makes of every item a list of its own, none within another. */
export class OnlineLists {
  private readonly numbers = new Map<string, string[]>();

  /** Nothing for an item of another program; `style` is the list's `list-style-type`. */
  marker(
    { attributes = {} }: Tree,
    list: ListAround | undefined,
    style: string | undefined,
    fonts: OldFonts,
  ): string | undefined {
    const text = attributes['data-leveltext'];
    if (text === undefined) return undefined;
    const font = attributes['data-font'];
    const level = Math.min(Number.parseInt(attributes['data-aria-level'] ?? '', 10) || 1, 9);
    if (isSymbolFont(font)) return markerOf('•', level > 1);
    const own = Number.parseInt(attributes['data-aria-posinset'] ?? '', 10);
    const position = list?.isPlaced ? list.count : own || (list?.count ?? 1);
    const numbers = (this.numbers.get(attributes['data-listid'] ?? '') ?? []).slice(0, level - 1);
    numbers[level - 1] = formatNumber(position, formatOf(attributes, style));
    this.numbers.set(attributes['data-listid'] ?? '', numbers);
    const written = text.replace(/%([1-9])/g, (_, nth) => numbers[Number(nth) - 1] ?? '1');
    const [read] = legible([{ text: written, font, capitals: false }], fonts);
    return markerOf(read!.text, level > 1);
  }
}

function formatOf(attributes: Record<string, string>, style = ''): string {
  const shown = NUMBER_FORMATS.find(([pattern]) => pattern.test(style))?.[1];
  const own = LAST_FORMAT.exec(attributes['data-list-defn-props'] ?? '')?.[1];
  return shown ?? FORMATS[Number(own ?? 0)] ?? 'decimal';
}
