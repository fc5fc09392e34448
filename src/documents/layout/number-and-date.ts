import { printedDate } from '../printed-number.ts';
import { type Setting, TYPE } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Drawing, Field, Mark, StructureElement } from './display-list.ts';
import type { Columns } from './letterhead.ts';
import { singleLine } from './set-text.ts';

/** White left for five digits of 13 pt, and for two. */
const NUMBER_BLANK = 34;
const DAY_BLANK = 17;

type Piece =
  { text: string } | { blank: number; field: Pick<Field, 'name' | 'label' | 'maxLength'> };

const NUMBER_FIELD = { name: 'so_van_ban', label: 'Số văn bản', maxLength: 5 };
const DAY_FIELD = { name: 'ngay', label: 'Ngày ban hành', maxLength: 2 };
const MONTH_FIELD = { name: 'thang', label: 'Tháng ban hành', maxLength: 2 };

/** Box 3: the number under the issuing body, or white for it. */
export function numberMarks(context: LayoutContext, columns: Columns, top: number): Mark[] {
  const { number, symbol } = context.document;
  const pieces: Piece[] = number
    ? [{ text: `Số: ${number}/${symbol}` }]
    : [{ text: 'Số: ' }, { blank: NUMBER_BLANK, field: NUMBER_FIELD }, { text: `/${symbol}` }];
  return lineOfPieces(context, pieces, TYPE.number, columns.left, top);
}

/** Box 4: place and date on the line of the number, under the national name. */
export function placeAndDateMarks(context: LayoutContext, columns: Columns, top: number): Mark[] {
  const { place, date, year } = context.document;
  const { day, month, year: printedYear } = date ? printedDate(date) : {};
  const pieces: Piece[] = date
    ? [{ text: `${place}, ngày ${day} tháng ${month} năm ${printedYear}` }]
    : [
        { text: `${place}, ngày ` },
        { blank: DAY_BLANK, field: DAY_FIELD },
        { text: ' tháng ' },
        { blank: DAY_BLANK, field: MONTH_FIELD },
        { text: ` năm ${year}` },
      ];
  return lineOfPieces(context, pieces, TYPE.placeAndDate, columns.right, top);
}

function lineOfPieces(
  { fonts, fields, root }: LayoutContext,
  pieces: Piece[],
  setting: Setting,
  centre: number,
  top: number,
): Mark[] {
  const element: StructureElement = { tag: 'P', parent: root };
  const { size, style } = setting;
  const widthOf = (piece: Piece) =>
    'blank' in piece ? piece.blank : fonts[style].width(piece.text, size);
  let x = centre - pieces.reduce((sum, piece) => sum + widthOf(piece), 0) / 2;
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const width = widthOf(piece);
    if (!('blank' in piece)) {
      addTo(marks, element, singleLine(fonts, piece.text, setting, x, top));
    } else if (fields) {
      const field: Field = {
        kind: 'field',
        type: 'text',
        ...piece.field,
        x,
        y: top - 1,
        width,
        height: size * 1.25,
        size,
        style,
      };
      marks.push({ element: { tag: 'Form', parent: element }, drawings: [field] });
    }
    x += width;
  }
  return marks;
}

function addTo(marks: Mark[], element: StructureElement, drawing: Drawing): void {
  const last = marks.at(-1);
  if (last?.element === element) last.drawings.push(drawing);
  else marks.push({ element, drawings: [drawing] });
}
