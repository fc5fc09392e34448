import LineBreaker from 'linebreak';
import type { FontFamily } from '../fonts/font-family.ts';
import type { StyledText } from './display-list.ts';

/** What stands between two places where a line may end. */
export interface Word {
  pieces: StyledText[];
  width: number;
  /** Zero where a word too long for any line was cut. */
  spaceAfter: number;
}

/** Cuts runs at spaces only, so that `30/2020/NĐ-CP` stays whole; words wider than `measure` are cut further. */
export function splitWords(
  fonts: FontFamily,
  runs: StyledText[],
  size: number,
  measure: number,
): Word[] {
  const words: Word[] = [];
  let pieces: StyledText[] = [];
  const close = (spaceAfter: number) => {
    if (pieces.length === 0) return;
    let width = 0;
    for (const { text, style } of pieces) width += fonts[style].width(text, size);
    if (width <= measure) words.push({ pieces, width, spaceAfter });
    else words.push(...cutWord(fonts, pieces, size, measure, spaceAfter));
    pieces = [];
  };
  for (const { text, style } of runs) {
    const space = fonts[style].width(' ', size);
    for (let from = 0; from <= text.length;) {
      const found = text.indexOf(' ', from);
      const to = found < 0 ? text.length : found;
      if (to > from) pieces.push({ text: text.slice(from, to), style });
      if (found >= 0) close(space);
      from = to + 1;
    }
  }
  close(0);
  return words;
}

function cutWord(
  fonts: FontFamily,
  pieces: StyledText[],
  size: number,
  measure: number,
  spaceAfter: number,
): Word[] {
  const widthOf = ({ text, style }: StyledText) => fonts[style].width(text, size);
  const cut = pieces
    .flatMap(breakOpportunities)
    .flatMap((piece) =>
      widthOf(piece) > measure ? cutToMeasure(fonts, piece, size, measure) : piece,
    );
  return cut.map((piece, i) => ({
    pieces: [piece],
    width: widthOf(piece),
    spaceAfter: i === cut.length - 1 ? spaceAfter : 0,
  }));
}

/** The opportunities of Unicode UAX #14 inside an address or a path. */
function breakOpportunities({ text, style }: StyledText): StyledText[] {
  const breaker = new LineBreaker(text);
  const parts: StyledText[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    parts.push({ text: text.slice(from, next.position), style });
    from = next.position;
  }
  return parts;
}

function cutToMeasure(
  fonts: FontFamily,
  { text, style }: StyledText,
  size: number,
  measure: number,
): StyledText[] {
  const parts: StyledText[] = [];
  let from = 0;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const advance = fonts[style].width(text.charAt(i), size);
    if (width + advance > measure && i > from) {
      parts.push({ text: text.slice(from, i), style });
      from = i;
      width = 0;
    }
    width += advance;
  }
  parts.push({ text: text.slice(from), style });
  return parts;
}
