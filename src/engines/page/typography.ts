import type { FontStyle } from './fonts/typeface.ts';

export interface Setting {
  size: number;
  style: FontStyle;
}

/** Size (points) and style of every component, Decree 30/2020/NĐ-CP, Annex I; where the decree gives a range, its own example. */
export const TYPE = {
  /** II.1.a: 12-13 bold capitals. */
  nationalName: { size: 12, style: 'bold' },
  /** II.1.b: 13-14 bold. */
  nationalMotto: { size: 13, style: 'bold' },
  /** II.2: 12-13 capitals, upright. */
  parentBody: { size: 12, style: 'regular' },
  /** II.2: 12-13 capitals, bold. */
  issuingBody: { size: 12, style: 'bold' },
  /** II.3: 13 upright. */
  number: { size: 13, style: 'regular' },
  /** II.4: 13-14 italic. */
  placeAndDate: { size: 13, style: 'italic' },
  /** II.5.a: 13-14 bold capitals. */
  typeName: { size: 14, style: 'bold' },
  /** II.5.a: 13-14 bold. */
  titleAbstract: { size: 14, style: 'bold' },
  /** II.5.b: 12-13 upright. */
  letterAbstract: { size: 12, style: 'regular' },
  /** II.9.a: 13-14 upright. */
  addressee: { size: 14, style: 'regular' },
  /** II.7.a: 13-14 bold capitals. */
  authority: { size: 14, style: 'bold' },
  /** II.7.c: 13-14 bold. */
  signerName: { size: 14, style: 'bold' },
  /** II.9.b: 12 bold italic. */
  recipientsHeading: { size: 12, style: 'boldItalic' },
  /** II.9.b: 11 upright. */
  recipientLine: { size: 11, style: 'regular' },
  /** III.1.a: 14 bold. */
  annexLabel: { size: 14, style: 'bold' },
  /** III.1.a: 13-14 bold capitals. */
  annexTitle: { size: 14, style: 'bold' },
  /** III.1.b: 13-14 italic. */
  annexReference: { size: 14, style: 'italic' },
  /** III.2.b: 13-14 bold capitals. */
  stamp: { size: 13, style: 'bold' },
  /** III.3: 11 upright. */
  typistMark: { size: 11, style: 'regular' },
  /** III.4: 11-12 upright. */
  contact: { size: 11, style: 'regular' },
  /** I.7: 13-14 upright. */
  pageNumber: { size: 14, style: 'regular' },
} as const satisfies Record<string, Setting>;
