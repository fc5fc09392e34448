import { fontFamily } from '../../fonts/font-family.ts';
import type { FontStyle } from '../../fonts/typeface.ts';
import type { Glyph, PrintedFont } from './printed-file.ts';
import { ENOUGH, FACES, isTimes, lettersByFont } from './times.ts';

/** A font that is drawn letter by letter (Type 3) may count in any unit; a size beyond these is none of a page. */
const LEAST = 4;
const GREATEST = 40;
/** So many letters tell the size of a font. */
const SAMPLE = 500;
/** Of the letters of a text, em. */
const MEAN_ADVANCE = 0.47;

/**
 * Sizes of drawn letters. Where their widths are those of Times at some size, that is their size and known for sure;
 * otherwise they get one that lets lines and words be told, and nothing is claimed of it.
 */
export function sizeDrawnLetters(glyphs: Glyph[]): void {
  const drawn = glyphs.filter(({ font }) => font.isDrawn);
  if (drawn.length === 0) return;
  const scales = new Map<PrintedFont, number>();
  for (const [font, all] of lettersByFont(drawn)) {
    const letters = all.slice(0, SAMPLE);
    const scale = scaleOf(letters);
    font.isSized = scale !== undefined;
    scales.set(font, scale ?? likelyScale(letters));
  }
  for (const glyph of drawn) {
    const scale = scales.get(glyph.font) ?? 1;
    glyph.size = Math.round(glyph.size * scale * 100) / 100;
    glyph.advance /= scale;
  }
}

/** By how much letters are larger than their file says, by the widths of Times; undefined where it cannot be known. */
function scaleOf(letters: Glyph[]): number | undefined {
  if (FACES.some((face) => isTimes(letters, face))) return 1;
  if (letters.length < ENOUGH) return undefined;
  const fitting = FACES.flatMap((face) => {
    const scale = median(letters.map((letter) => letter.advance / timesAdvance(letter, face)));
    const scaled = letters.map((letter) => ({ ...letter, advance: letter.advance / scale }));
    return isTimes(scaled, face) ? [scale] : [];
  });
  const [first, ...others] = fitting;
  const agree = others.every((scale) => Math.abs(scale / first! - 1) < 0.01);
  return first !== undefined && agree ? first : undefined;
}

/** Any that lets a letter be about as wide as letters are. */
function likelyScale(letters: Glyph[]): number {
  const { size } = letters[0]!;
  if (size > LEAST && size < GREATEST) return 1;
  const mean = letters.reduce((sum, { advance }) => sum + advance, 0) / letters.length;
  return mean > 0 ? mean / MEAN_ADVANCE : 1;
}

const timesAdvance = ({ character }: Glyph, face: FontStyle): number =>
  fontFamily()[face].advance(character.normalize('NFC').charCodeAt(0)) / 1000;

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
