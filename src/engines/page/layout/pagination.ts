import { RenderError } from '../render-error.ts';
import type { Band } from './display-list.ts';

export interface PlacedBand {
  band: Band;
  /** Top, relative to the text area of the page. */
  top: number;
  /** A table head printed again: not part of the text. */
  repeated?: boolean;
}

/** Fills page after page, breaking only where the bands allow it. `room` is the height of a page. */
export function paginate(bands: Band[], room: (page: number) => number): PlacedBand[][] {
  const pages: PlacedBand[][] = [];
  let from = 0;
  while (from < bands.length) {
    const { page, next } = fill(bands, from, room(pages.length));
    pages.push(page);
    from = next;
  }
  return pages;
}

function fill(bands: Band[], from: number, room: number) {
  const page: PlacedBand[] = [];
  let y = 0;
  const head = from > 0 ? bands[from]!.tableHead : undefined;
  if (head) {
    page.push({ band: head, top: 0, repeated: true });
    y = head.height;
  }
  const opening = page.length;
  let next = from;
  let lastBreak = from;
  while (next < bands.length) {
    const band = bands[next]!;
    const top = next === from ? y : y + band.gap;
    if (top + band.height > room + 0.01) {
      if (next > from) break;
      throw tooLong(band);
    }
    page.push({ band, top });
    y = top + band.height;
    next++;
    if (!band.keepWithNext) lastBreak = next;
  }
  if (next < bands.length && lastBreak > from) next = lastBreak;
  return { page: page.slice(0, opening + next - from), next };
}

function tooLong({ component = 'Một phần của văn bản' }: Band): RenderError {
  return new RenderError(
    'component-too-long',
    `${component} dài hơn một trang giấy: hãy viết ngắn lại.`,
  );
}

/** The signature never stands alone: the last two lines of the body come with it. */
export function keepLinesWithClosing(body: Band[]): Band[] {
  const last = body.at(-1);
  if (!last) return body;
  const kept = last.bodyLine && body.at(-2)?.bodyLine ? 2 : 1;
  return body.map((band, i) => (i >= body.length - kept ? { ...band, keepWithNext: true } : band));
}
