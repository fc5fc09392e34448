import { deflateSync } from 'node:zlib';
import type { Typeface } from './typeface.ts';
import { toUnicodeMap } from './to-unicode-map.ts';

/** A subset made once in a process and shared by every file. */
export interface SharedSubset {
  /** Compressed font program and its length before compression. */
  program: Buffer;
  programLength: number;
  toUnicode: Buffer;
  /** By character code; 0 for what is not in it. */
  glyphs: Uint16Array;
  /** By glyph, as a PDF array. */
  widths: string;
}

const PUNCTUATION = '\u00a0–—‘’“”…•°²³₫§«»×÷≥≤±→';

/** ASCII, all Vietnamese letters, and the marks that offices use. */
const VIETNAMESE_CHARACTERS: ReadonlySet<number> = new Set(
  [...ascii(), ...vietnamese(), ...PUNCTUATION.split('')].map((character) =>
    character.charCodeAt(0),
  ),
);

function ascii(): string[] {
  return Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
}

function vietnamese(): string[] {
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
  const letters = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'.split('');
  return [
    'đ',
    'Đ',
    ...letters.flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC'))),
  ];
}

const subsets = new WeakMap<Typeface, SharedSubset>();

export function vietnameseSubset(face: Typeface): SharedSubset {
  let subset = subsets.get(face);
  if (!subset) subsets.set(face, (subset = build(face)));
  return subset;
}

function build(face: Typeface): SharedSubset {
  const subset = face.font.createSubset();
  const glyphs = new Uint16Array(0x10000);
  const widths = [face.scaled(face.font.getGlyph(0))];
  const unicode = [0];
  for (const character of VIETNAMESE_CHARACTERS) {
    if (!face.has(character)) continue;
    const glyph = subset.includeGlyph(face.glyph(character).id);
    glyphs[character] = glyph;
    widths[glyph] = face.advance(character);
    unicode[glyph] ??= character;
  }
  const program = subset.encode();
  return {
    program: deflateSync(program, { level: 9 }),
    programLength: program.length,
    toUnicode: deflateSync(toUnicodeMap(unicode), { level: 9 }),
    glyphs,
    widths: `[${Array.from(widths, (width) => width ?? 0).join(' ')}]`,
  };
}
