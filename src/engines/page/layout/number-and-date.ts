import type { FontFamily } from '../fonts/font-family.ts';
import type { OfficialDocument } from '../official-document.ts';
import { printedDate } from '../printed-number.ts';
import type { Setting } from '../typography.ts';
import type { LayoutContext } from './context.ts';
import type { Field, Mark, StructureElement } from './display-list.ts';
import { singleLine } from './set-text.ts';

/** White left for five digits of 13 pt, and for two. */
const NUMBER_BLANK = 34;
const DAY_BLANK = 17;

/** Words, or white that is filled later. */
type Piece =
  { text: string } | { blank: number; field: Pick<Field, 'name' | 'label' | 'maxLength'> };

const NUMBER_FIELD = { name: 'so_van_ban', label: 'Số văn bản', maxLength: 5 };
const DAY_FIELD = { name: 'ngay', label: 'Ngày ban hành', maxLength: 2 };
const MONTH_FIELD = { name: 'thang', label: 'Tháng ban hành', maxLength: 2 };

/** Box 3: the number under the issuing body. */
export function numberLine({ number, symbol }: OfficialDocument): Piece[] {
  if (number) return [{ text: `Số: ${number}/${symbol}` }];
  return [{ text: 'Số: ' }, { blank: NUMBER_BLANK, field: NUMBER_FIELD }, { text: `/${symbol}` }];
}

/** Box 4: place and date on the line of the number, under the national name. */
export function placeAndDateLine({ place, date, year }: OfficialDocument): Piece[] {
  if (date) {
    const printed = printedDate(date);
    const { day, month } = printed;
    return [{ text: `${place}, ngày ${day} tháng ${month} năm ${printed.year}` }];
  }
  return [
    { text: `${place}, ngày ` },
    { blank: DAY_BLANK, field: DAY_FIELD },
    { text: ' tháng ' },
    { blank: DAY_BLANK, field: MONTH_FIELD },
    { text: ` năm ${year}` },
  ];
}

export function piecesWidth(fonts: FontFamily, pieces: Piece[], setting: Setting): number {
  return pieces.reduce((sum, piece) => sum + pieceWidth(fonts, piece, setting), 0);
}

function pieceWidth(fonts: FontFamily, piece: Piece, { size, style }: Setting): number {
  return 'blank' in piece ? piece.blank : fonts[style].width(piece.text, size);
}

/** The pieces on one line around `centre`; blanks become fields where fields are wanted. */
export function setPieces(
  { fonts, fields, root }: LayoutContext,
  pieces: Piece[],
  setting: Setting,
  centre: number,
  top: number,
): Mark[] {
  const { size, style } = setting;
  const element: StructureElement = { tag: 'P', parent: root };
  let x = centre - piecesWidth(fonts, pieces, setting) / 2;
  return pieces.flatMap((piece): Mark[] => {
    const left = x;
    x += pieceWidth(fonts, piece, setting);
    if ('text' in piece) {
      return [{ element, drawings: [singleLine(fonts, piece.text, setting, left, top)] }];
    }
    if (!fields) return [];
    const box = { x: left, y: top - 1, width: piece.blank, height: size * 1.25 };
    const field: Field = { kind: 'field', type: 'text', ...piece.field, ...box, size, style };
    return [{ element: { tag: 'Form', parent: element }, drawings: [field] }];
  });
}
