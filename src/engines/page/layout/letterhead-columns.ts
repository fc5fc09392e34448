import { RenderError } from '../render-error.ts';
import { TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import { MARGIN, MM, PAGE, TEXT_WIDTH } from './measures.ts';
import { NATIONAL_NAME } from './letterhead-words.ts';
import { numberLine, piecesWidth, placeAndDateLine } from './number-and-date.ts';

const GAP = 6 * MM;

/** Centres of the two columns, and the width of the left one. */
export interface Columns {
  left: number;
  right: number;
  leftWidth: number;
}

/** The right column is as wide as the national name, or as place and date of a long name; the left takes the rest. */
export function letterheadColumns({ fonts, document }: LayoutContext): Columns {
  const national = fonts.bold.width(NATIONAL_NAME, TYPE.nationalName.size);
  const date = piecesWidth(fonts, placeAndDateLine(document), TYPE.placeAndDate);
  const number = piecesWidth(fonts, numberLine(document), TYPE.number);
  const rightWidth = Math.max(national, date);
  const leftWidth = TEXT_WIDTH - rightWidth - GAP;
  if (number > leftWidth) {
    throw new RenderError(
      'component-too-long',
      'Ký hiệu văn bản và địa danh quá dài: số, ký hiệu không đứng vừa một dòng bên cạnh ngày tháng.',
    );
  }
  return {
    left: MARGIN.left + leftWidth / 2,
    right: PAGE.width - MARGIN.right - rightWidth / 2,
    leftWidth,
  };
}
