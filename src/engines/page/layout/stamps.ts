import type { CirculationMark, UrgencyMark } from '../official-document.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Colour, Mark } from './display-list.ts';
import { ASCENT, DESCENT, MARGIN, MM, PAGE } from './measures.ts';
import { singleLine } from './set-text.ts';

export interface Box {
  width: number;
  height: number;
}

/** Annex I, III.2.b: 20 × 8, 40 × 8 and 30 × 8 mm. */
export const URGENCY_BOX: Readonly<Record<UrgencyMark, Box>> = {
  KHẨN: { width: 20 * MM, height: 8 * MM },
  'THƯỢNG KHẨN': { width: 40 * MM, height: 8 * MM },
  'HỎA TỐC': { width: 30 * MM, height: 8 * MM },
};

/** Capital letters of Times stand 0.662 em high: centring them centres the line. */
const CAP_HEIGHT = 0.662;

/** Bold capitals in a single frame, centred both ways on `centre`. */
export function stamp(
  { fonts, root }: LayoutContext,
  text: string,
  { width, height }: Box,
  centre: number,
  top: number,
  colour: Colour,
): Mark {
  const { size } = TYPE.stamp;
  const lineTop = top + height / 2 + (CAP_HEIGHT * size) / 2 - ASCENT * size;
  return {
    element: { tag: 'P', parent: root },
    drawings: [
      { kind: 'frame', x: centre - width / 2, y: top, width, height, colour },
      singleLine(fonts, text, TYPE.stamp, centre, lineTop, 'center', colour),
    ],
  };
}

/** Box 11 stands above the text area, on the right (Annex I, IV); `y` is relative to the text area. */
export function circulationStamp(context: LayoutContext, text: CirculationMark): Mark {
  const width = context.fonts.bold.width(text, TYPE.stamp.size) + 6 * MM;
  const height = (ASCENT + DESCENT) * TYPE.stamp.size + 2 * MM;
  const centre = PAGE.width - MARGIN.right - width / 2;
  return stamp(context, text, { width, height }, centre, -height - 2 * MM, 'black');
}
