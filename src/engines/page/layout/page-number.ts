import type { FontFamily } from '../fonts/font-family.ts';
import { TYPE } from '../typography.ts';
import type { TextLine } from './display-list.ts';
import { ASCENT, MARGIN, MM, TEXT_WIDTH } from './measures.ts';
import { singleLine } from './set-text.ts';

/** Baseline 13 mm below the edge of the paper: inside the top margin (Annex I, I.7). */
const BASELINE = 13 * MM;

export function pageNumberLine(fonts: FontFamily, number: number): TextLine {
  const top = BASELINE - ASCENT * TYPE.pageNumber.size;
  const centre = MARGIN.left + TEXT_WIDTH / 2;
  return singleLine(fonts, String(number), TYPE.pageNumber, centre, top, 'center');
}
