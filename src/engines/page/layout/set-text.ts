import type { FontFamily } from '../fonts/font-family.ts';
import type { Setting } from '../typography.ts';
import type { Colour, StyledText, TextLine } from './display-list.ts';
import { breakBalanced, breakFirstFit, type Line } from './line-breaking.ts';
import { ASCENT, SINGLE } from './measures.ts';
import { areOneWord } from './one-word.ts';
import { splitWords, type Word } from './words.ts';

/** Lines under each other at single spacing, with the height they take. */
export interface TextBlock {
  lines: TextLine[];
  height: number;
}

export const lineHeight = (size: number) => size * SINGLE;

/** A line of print from a broken line; the space after a wrapped line is kept for those who copy or listen. */
export function textLine(
  line: Line,
  x: number,
  baseline: number,
  size: number,
  justifyTo?: number,
): TextLine {
  const runs = line.runs.map((run) => ({ ...run }));
  if (!line.last && line.endsWithSpace) runs.at(-1)!.text += ' ';
  // A last line keeps its natural width, unless its spaces gave way to fit.
  const justified =
    justifyTo !== undefined && line.spaces > 0 && (!line.last || line.width > justifyTo);
  const wordSpacing = justified ? (justifyTo - line.width) / line.spaces : 0;
  const width = line.width + wordSpacing * line.spaces;
  return { kind: 'text', x, baseline, size, runs, wordSpacing, width };
}

/** A single unbroken line; `anchor` is its left edge, or its centre. */
export function singleLine(
  fonts: FontFamily,
  text: string,
  { size, style }: Setting,
  anchor: number,
  top: number,
  alignment: 'left' | 'center' = 'left',
  colour: Colour = 'black',
): TextLine {
  const width = fonts[style].width(text, size);
  const x = alignment === 'center' ? anchor - width / 2 : anchor;
  const baseline = top + ASCENT * size;
  return {
    kind: 'text',
    x,
    baseline,
    size,
    runs: [{ text, style }],
    wordSpacing: 0,
    width,
    colour,
  };
}

/** Balanced lines centred on `centre`; a newline in the text always breaks. */
export function centredBlock(
  fonts: FontFamily,
  text: string,
  { size, style }: Setting,
  centre: number,
  measure: number,
  top: number,
): TextBlock {
  const broken = text.split('\n').flatMap((part) => {
    const words = splitWords(fonts, [{ text: part, style }], size, measure);
    return breakBalanced(tie(words, measure, isConjunction), measure);
  });
  return stack(broken, size, top, (line) => centre - line.width / 2);
}

/** The same for the name of a body: what is one word, `THỂ THAO`, stays on one line if that takes no more lines. */
export function nameBlock(
  fonts: FontFamily,
  text: string,
  { size, style }: Setting,
  centre: number,
  measure: number,
  top: number,
): TextBlock {
  const broken = text.split('\n').flatMap((part) => {
    const words = splitWords(fonts, [{ text: part, style }], size, measure);
    const [anyhow, whole] = [words, tie(words, measure, areOneWord)].map((each) =>
      breakBalanced(tie(each, measure, isConjunction), measure),
    );
    return whole!.length > anyhow!.length ? anyhow! : whole!;
  });
  return stack(broken, size, top, (line) => centre - line.width / 2);
}

/** `VÀ` goes with what follows it: `SỞ THÔNG TIN / VÀ TRUYỀN THÔNG`. */
const isConjunction = (before: string): boolean => /^(và|của|với)$/i.test(before);

/** Words whose neighbours belong together, as one. */
function tie(
  words: Word[],
  measure: number,
  belong: (before: string, after: string) => boolean,
): Word[] {
  const tied: Word[] = [];
  for (const word of words) {
    const previous = tied.at(-1);
    const [piece] = previous?.pieces ?? [];
    const width = previous ? previous.width + previous.spaceAfter + word.width : Infinity;
    const ties = piece !== undefined && belong(piece.text, word.pieces[0]!.text);
    if (!previous?.spaceAfter || !ties || width > measure) {
      tied.push(word);
      continue;
    }
    tied[tied.length - 1] = {
      pieces: [{ ...piece, text: `${piece.text} ` }, ...word.pieces],
      width,
      spaceAfter: word.spaceAfter,
    };
  }
  return tied;
}

/** Ragged lines from `left`. */
export function leftBlock(
  fonts: FontFamily,
  runs: StyledText[],
  size: number,
  left: number,
  measure: number,
  top: number,
): TextBlock {
  return stack(
    breakFirstFit(splitWords(fonts, runs, size, measure), measure),
    size,
    top,
    () => left,
  );
}

function stack(broken: Line[], size: number, top: number, xOf: (line: Line) => number): TextBlock {
  const lines = broken.map((line, i) =>
    textLine(
      i < broken.length - 1 ? { ...line, last: false, endsWithSpace: true } : line,
      xOf(line),
      top + i * lineHeight(size) + ASCENT * size,
      size,
    ),
  );
  return { lines, height: broken.length * lineHeight(size) };
}
