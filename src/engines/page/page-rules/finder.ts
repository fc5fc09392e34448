import { type ComponentKind, hasForm } from './component-forms.ts';
import type { PrintedLine } from './reading/printed-file.ts';
import type { Extent, Found } from './reading/text-index.ts';
import type { ReadingOrders } from './reading/reading-orders.ts';

/** A component that the draft asks for, and where the file prints it. */
export interface Located {
  kind: ComponentKind;
  /** `Nội dung, đoạn 3`. */
  place: string;
  /** Kind of the block, for what stands in a body. */
  block?: 'paragraph' | 'item' | 'heading';
  /** It may be the rest of what stands above. */
  isDoubtful?: boolean;
  /** Nothing of its part comes after it: the end of a body, of an annex, of Nơi nhận. */
  isLast?: boolean;
  /** Empty where the file does not print it. */
  lines: PrintedLine[];
}

/** So many places of the same words are tried for one that has the form of what is looked for. */
const MOST_TRIED = 20;

/** Finds one component after the other, in the order of the content as far as it goes. */
export class Finder {
  /** How far the reading has come. */
  position = 0;

  constructor(private readonly orders: ReadingOrders) {}

  /** After what was found last; failing that, anywhere. */
  next(kind: ComponentKind, place: string, words: string, as: Extent): Located {
    const found = best(kind, this.orders.asDrawn.every(words, as, this.position));
    if (!found) return this.anywhere(kind, place, [words], as);
    this.position = found.end;
    return { kind, place, lines: found.lines };
  }

  anywhere(kind: ComponentKind, place: string, spellings: string[], as: Extent = 'alone'): Located {
    for (const order of this.orders) {
      for (const words of spellings) {
        const found = best(kind, order.every(words, as));
        if (found) return { kind, place, lines: found.lines };
      }
    }
    return { kind, place, lines: [] };
  }

  matching(
    kind: ComponentKind,
    place: string,
    patterns: [RegExp, 'exactly' | 'whole'][],
    fits: (text: string) => boolean = () => true,
  ): Located {
    for (const [pattern, as] of patterns) {
      for (const order of this.orders) {
        const lines = order.match(pattern, as)?.lines;
        if (lines && fits(lines.map((line) => line.text).join(' '))) return { kind, place, lines };
      }
    }
    return { kind, place, lines: [] };
  }
}

/** Short words stand in many places: the first that looks right, or else the first. */
function best(kind: ComponentKind, places: Iterable<Found>): Found | undefined {
  let first: Found | undefined;
  let tried = 0;
  for (const found of places) {
    if (hasForm(kind, found.lines)) return found;
    first ??= found;
    if (++tried === MOST_TRIED) break;
  }
  return first;
}
