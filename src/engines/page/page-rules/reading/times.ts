import { fontFamily } from '../../fonts/font-family.ts';
import type { FontStyle } from '../../fonts/typeface.ts';
import type { Glyph, PrintedFont } from './printed-file.ts';

export const FACES: readonly FontStyle[] = ['regular', 'bold', 'italic', 'boldItalic'];

export function faceOf({ bold, italic }: PrintedFont): FontStyle {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Nine of ten letters have the widths of that face of Times New Roman. */
export function isTimes(letters: Glyph[], face: FontStyle): boolean {
  const times = fontFamily()[face];
  const other = letters.filter(({ character, advance }) => {
    const expected = times.advance(character.normalize('NFC').charCodeAt(0)) / 1000;
    return Math.abs(advance - expected) > 0.02;
  });
  return other.length <= letters.length / 10;
}

/** So many letters tell a face by their widths. */
export const ENOUGH = 12;

/** Letters and digits by the font that they are set in. */
export function lettersByFont(glyphs: Glyph[]): Map<PrintedFont, Glyph[]> {
  const letters = new Map<PrintedFont, Glyph[]>();
  for (const glyph of glyphs) {
    if (!/^[\p{L}\d]$/u.test(glyph.character)) continue;
    const known = letters.get(glyph.font);
    if (known) known.push(glyph);
    else letters.set(glyph.font, [glyph]);
  }
  return letters;
}

/** Fonts that lost their names get bold and italic from the widths of their letters, where only one face has them. */
export function nameFaces(glyphs: Glyph[]): void {
  const nameless = glyphs.filter(({ font }) => !font.isNamed && !font.isDrawn);
  for (const [font, all] of lettersByFont(nameless)) {
    const fitting = all.length < ENOUGH ? [] : FACES.filter((face) => isTimes(all, face));
    if (fitting.length !== 1) continue;
    const [face] = fitting;
    Object.assign(font, {
      isNamed: true,
      bold: face === 'bold' || face === 'boldItalic',
      italic: face === 'italic' || face === 'boldItalic',
    });
  }
}
