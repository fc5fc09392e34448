import {
  type Charset,
  TCVN3,
  VPS,
  WINDOWS_1252,
  TONES,
  CIRCUMFLEX,
  BREVE,
  ALONE,
} from './legacy-charsets.ts';

export interface LegacyFont {
  charset: Charset;
  /** Small letters of a font like `.VnTimeH` look like capitals. */
  isCapital: boolean;
}

export function legacyFont(font: string | undefined): LegacyFont | undefined {
  const name = (font ?? '').trim();
  if (/^\.vn/i.test(name) || /^vn(?:time|arial)h?$/i.test(name)) {
    return { charset: 'TCVN3', isCapital: /h$/i.test(name) };
  }
  if (/^vni[- ]/i.test(name)) return { charset: 'VNI', isCapital: false };
  if (/^vps[- ]/i.test(name)) return { charset: 'VPS', isCapital: false };
  return undefined;
}

/** Fonts of charsets that are not read here: VISCII, VietWare, BK HCM. */
export const isUnreadFont = (font: string | undefined): boolean =>
  /^(?:s?vn ?(?:times|book|lucida|helvet|cen|aptima|bangkok)|vi (?:times|arial|helvet))/i.test(
    font ?? '',
  );

/** Text in one look; only `font` says what its letters are. */
export interface FontRun {
  text: string;
  font?: string;
}

/** Letters that only Unicode has: whoever typed them did so in Unicode, whatever the font. */
const UNICODE = /[ăđĩũơư\u1EA0-\u1EF9]|\p{Mn}/iu;

/** The runs of one paragraph in Unicode; `told` hears the fonts that were read so. */
export function inUnicode<Run extends FontRun>(runs: Run[], told: (font: string) => void): Run[] {
  const old = runs.map(({ font }) => legacyFont(font));
  const isTyped = runs.some(({ text }, i) => old[i] && UNICODE.test(text));
  if (!old.some(Boolean)) return runs;
  const letters = runs.flatMap(({ text }, run) => Array.from(text, (letter) => ({ letter, run })));
  const texts = runs.map(() => '');
  for (let i = 0; i < letters.length; i += 1) {
    const { letter, run } = letters[i]!;
    const next = letters[i + 1];
    const font = old[run];
    let read = letter;
    if (font?.charset === 'VNI' && !isTyped) {
      const mark = next && old[next.run]?.charset === 'VNI' ? next.letter : '';
      const both = marked(letter, plainByte(mark));
      read = both ?? vni(plainByte(letter));
      if (both) i += 1;
    } else if (font && !isTyped) read = single(letter, font.charset);
    if (font && read !== letter) told(runs[run]!.font!);
    texts[run] += font?.isCapital ? read.toLocaleUpperCase('vi') : read;
  }
  return runs.map((run, i) => ({ ...run, text: texts[i]! }));
}

/** The byte that a character stands for: fonts marked as symbols have them from U+F020 on. */
function byteOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  if (code >= 0xf020 && code <= 0xf0ff) return code - 0xf000;
  const at = WINDOWS_1252.indexOf(letter);
  return at >= 0 && letter !== ' ' ? 0x80 + at : code;
}

const plainByte = (letter: string) => (letter ? String.fromCodePoint(byteOf(letter)) : '');

function single(letter: string, charset: Charset): string {
  const byte = byteOf(letter);
  if (byte > 0xff) return letter;
  const read = charset === 'TCVN3' ? TCVN3[byte - 0xa1] : VPS[byte - 0x80];
  if (read && read !== ' ') return read;
  return byte < 0x80 ? String.fromCodePoint(byte) : letter;
}

/** `aù` is á, `öø` ừ: a vowel of VNI and the sign behind it; nothing where it has none. */
function marked(letter: string, mark: string): string | undefined {
  const base = plainByte(letter);
  const small = base.toLowerCase();
  const sign = mark.toLowerCase();
  if (!mark || sign === mark.toUpperCase()) return undefined;
  const vowel = { ô: 'ơ', ö: 'ư' }[small] ?? small;
  let written: string | undefined;
  if (/[aeouyơư]/.test(vowel) && TONES[sign]) written = vowel + TONES[sign];
  else if (/[aeo]/.test(vowel) && sign in CIRCUMFLEX) {
    written = `${vowel}\u0302${CIRCUMFLEX[sign]}`;
  } else if (vowel === 'a' && sign in BREVE) written = `a\u0306${BREVE[sign]}`;
  const whole = written?.normalize('NFC');
  return base === small ? whole : whole?.toLocaleUpperCase('vi');
}

function vni(letter: string): string {
  const small = letter.toLowerCase();
  const read = ALONE[small];
  if (!read) return letter;
  return letter === small ? read : read.toUpperCase();
}

/** Text of an old charset that somebody gave a font of Unicode: garbage in Word, too. */
export const looksLegacy = (text: string): boolean =>
  !UNICODE.test(text) && [...text.matchAll(/\p{L}[¸µ¶·¹¨ª¬\u00AD]|[aeouyôö][ùøûõï]/giu)].length > 1;
