import { type Glyph, isSpace, linesOf } from './printed-file.ts';
import { TextIndex, levelled, glyphsOf } from './text-index.ts';

/** The orders of reading in which a text may stand together: as drawn, each half of the page, line by line. */
export class ReadingOrders {
  private readonly orders: TextIndex[];

  constructor(
    private readonly glyphs: Glyph[],
    private readonly middle: number,
  ) {
    this.orders = [new TextIndex(glyphs)];
  }

  get asDrawn(): TextIndex {
    return this.orders[0]!;
  }

  /** Most texts are found in the first: the others are made when they are needed. */
  *[Symbol.iterator](): Generator<TextIndex> {
    yield this.asDrawn;
    if (this.orders.length === 1) this.orders.push(...this.others());
    yield* this.orders.slice(1);
  }

  private others(): TextIndex[] {
    // Without the spaces over which a number or a date was filled in later.
    const lines = linesOf(this.glyphs.filter((glyph) => !isSpace(glyph))).toSorted(
      (a, b) => a.page - b.page || a.y - b.y || a.x - b.x,
    );
    const level = levelled(lines);
    const half = (side: 'left' | 'right') =>
      level.filter((line) => (line.x + line.right) / 2 < this.middle === (side === 'left'));
    return [half('left'), half('right'), level].map((order) => new TextIndex(glyphsOf(order)));
  }
}
