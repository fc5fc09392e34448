import type { FontStyle } from '../fonts/typeface.ts';
import type { Areas, Colour, Frame, Rule, TextLine } from '../layout/display-list.ts';
import type { DocumentFont } from './document-font.ts';
import type { PageContent } from './page-content.ts';
import type { PdfPage } from './pdfkit-internals.ts';

const LINE_WIDTH = 0.5;
/** Bright red of the urgency marks (Annex I, III.2.b). */
const COLOURS: Readonly<Record<Colour, string>> = { black: '0 0 0', red: '1 0 0' };

/** Thousandths of a point are finer than any printer. */
const number = (value: number) => String(Math.round(value * 1000) / 1000);

/**
 * One text object a line, whatever the styles in it. Justification is an adjustment after every space in TJ:
 * word spacing (Tw) has no effect on two-byte codes. The matrix turns the page's flipped axis back.
 */
export function drawText(
  content: PageContent,
  page: PdfPage,
  fonts: Record<FontStyle, DocumentFont>,
  line: TextLine,
  top: number,
): void {
  const { colour = 'black', runs, wordSpacing } = line;
  const size = number(line.size);
  const adjust = wordSpacing ? number((-wordSpacing * 1000) / line.size) : '';
  if (colour !== 'black') content.write(`q ${COLOURS[colour]} rg `);
  content.write(`BT 1 0 0 -1 ${number(line.x)} ${number(line.baseline + top)} Tm`);
  for (const { style, text } of runs) {
    const font = fonts[style];
    page.fonts[font.id] ??= font.ref();
    content.write(` /${font.id} ${size} Tf `);
    content.show(text, font.glyph, adjust);
  }
  content.write(colour === 'black' ? ' ET\n' : ' ET Q\n');
}

export function drawRule(content: PageContent, { x, y, width, height }: Rule, top: number): void {
  const from = `${number(x)} ${number(y + top)}`;
  const to = `${number(x + width)} ${number(y + height + top)}`;
  content.write(`${LINE_WIDTH} w ${from} m ${to} l S\n`);
}

export function drawFrame(content: PageContent, frame: Frame, top: number): void {
  const box = [frame.x, frame.y + top, frame.width, frame.height].map(number).join(' ');
  content.write(`q ${COLOURS[frame.colour]} RG 1 w ${box} re S Q\n`);
}

/** One path, so that no seams show between its parts. */
export function drawAreas(content: PageContent, { areas }: Areas, top: number): void {
  for (const { x, y, width, height } of areas) {
    content.write(`${[x, y + top, width, height].map(number).join(' ')} re\n`);
  }
  content.write('f\n');
}
