import type { LayoutContext } from './context.ts';
import type { Band, Mark, StructureElement, StyledText } from './display-list.ts';
import { breakTotalFit } from './line-breaking.ts';
import { ASCENT, DESCENT, MARGIN, MM, TEXT_WIDTH } from './measures.ts';
import { textLine } from './set-text.ts';
import { splitWords } from './words.ts';

/** Annex I, II.6.d: 1 cm or 1.27 cm. */
export const FIRST_LINE_INDENT = 10 * MM;

/** A justified paragraph with its first line indented: one band a line, never a lone line at either end of a page. */
export function paragraph(
  { fonts, spacing }: LayoutContext,
  runs: StyledText[],
  element: StructureElement,
  gap: number,
): Band[] {
  const { bodySize: size, leading } = spacing;
  const height = leading * size;
  const baseline = height / 2 + ((ASCENT - DESCENT) * size) / 2;
  const measure = (line: number) => TEXT_WIDTH - indent(line);
  const words = splitWords(fonts, runs, size, measure(0));
  const lines = breakTotalFit(words, size, measure);
  return lines.map((line, i): Band => {
    const drawing = textLine(line, MARGIN.left + indent(i), baseline, size, measure(i));
    const mark: Mark = { element, drawings: [drawing] };
    return {
      gap: i === 0 ? gap : 0,
      height,
      marks: [mark],
      keepWithNext: (i === 0 || i === lines.length - 2) && lines.length > 1 && i < lines.length - 1,
      bodyLine: true,
    };
  });
}

const indent = (line: number) => (line === 0 ? FIRST_LINE_INDENT : 0);
