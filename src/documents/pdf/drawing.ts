import type { FontStyle } from '../fonts/typeface.ts';
import type { Colour, Frame, Rule, TextLine } from '../layout/display-list.ts';
import type { DocumentFont } from './document-font.ts';
import type { PdfKit } from './pdfkit-internals.ts';

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
  pdf: PdfKit,
  fonts: Record<FontStyle, DocumentFont>,
  line: TextLine,
  top: number,
): void {
  const size = number(line.size);
  const adjust = line.wordSpacing ? number((-line.wordSpacing * 1000) / line.size) : '';
  let text = `BT 1 0 0 -1 ${number(line.x)} ${number(line.baseline + top)} Tm`;
  for (const run of line.runs) {
    const font = fonts[run.style];
    pdf.page.fonts[font.id] ??= font.ref();
    text += ` /${font.id} ${size} Tf `;
    if (adjust === '') text += `<${font.encode(run.text)}> Tj`;
    else text += `[${withoutEmptyEnd(`<${font.encode(run.text, `> ${adjust} <`)}>`)}] TJ`;
  }
  text += ' ET';
  const coloured = line.colour && line.colour !== 'black';
  pdf.addContent(coloured ? `q ${COLOURS[line.colour!]} rg ${text} Q` : text);
}

/** A run that ends with a space would end with an empty string. */
function withoutEmptyEnd(shown: string): string {
  return shown.endsWith('<>') ? shown.slice(0, -2) : shown;
}

export function drawRule(pdf: PdfKit, { x, y, width, height }: Rule, top: number): void {
  const from = `${number(x)} ${number(y + top)}`;
  const to = `${number(x + width)} ${number(y + height + top)}`;
  pdf.addContent(`${LINE_WIDTH} w ${from} m ${to} l S`);
}

export function drawFrame(pdf: PdfKit, frame: Frame, top: number): void {
  const box = [frame.x, frame.y + top, frame.width, frame.height].map(number).join(' ');
  pdf.addContent(`q ${COLOURS[frame.colour]} RG 1 w ${box} re S Q`);
}
