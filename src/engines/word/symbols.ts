/** Signs of symbol fonts that a dispatch may have; the rest is told of. */
const WINGDINGS: Record<number, string> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x72: '□',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '□',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '→',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const GREEK_CAPITAL = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SYMBOL: Record<number, string> = {
  0xa3: '≤',
  0xa5: '∞',
  0xa8: '♦',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xc5: '⊕',
  0xce: '∈',
  0xd0: '∠',
  0xd6: '√',
  0xde: '⇒',
  0xe5: '∑',
};

/** `w:sym`, or a letter in a symbol font, as Unicode; nothing for a sign that is not known here. */
export function symbolOf(font: string, code: number): string | undefined {
  const byte = code & 0xff;
  if (/^wingdings$/i.test(font)) return WINGDINGS[byte];
  if (/^symbol$/i.test(font)) {
    if (byte >= 0x61 && byte <= 0x7a) return GREEK_SMALL[byte - 0x61];
    if (byte >= 0x41 && byte <= 0x5a) return GREEK_CAPITAL[byte - 0x41];
    return SYMBOL[byte] ?? (byte < 0x41 ? String.fromCodePoint(byte) : undefined);
  }
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate ? undefined : String.fromCodePoint(code);
}

export const isSymbolFont = (font: string | undefined): boolean =>
  /^(?:wingdings(?: [23])?|webdings|symbol)$/i.test(font ?? '');

/** Text as Unicode, sign by sign where its font is one of signs; `text` is absent for one that is not known. */
export function readSymbols(
  text: string,
  font: string | undefined,
): { text?: string; font?: string; isSign?: boolean }[] {
  if (!isSymbolFont(font)) return [{ text, font }];
  return Array.from(text, (letter) => {
    if (/\s/.test(letter)) return { text: letter, font: undefined };
    return { text: symbolOf(font!, letter.codePointAt(0)!), font: undefined, isSign: true };
  });
}
