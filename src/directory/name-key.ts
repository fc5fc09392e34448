const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * What two spellings of one name share: case, punctuation and the place of the tone mark in a
 * syllable (`hòa`, `hoà`; `Ủy`, `Uỷ`) do not count, letters and tones do.
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? ''))
    .join(' ');
}

/** SQL: whether these texts have the folded words one after another, the last one perhaps half typed. */
export const hasWords = (texts: string, words: string): string =>
  `(${words} <> '' AND strpos(' ' || folded(${texts}), ' ' || ${words}) > 0)`;

/** Words in ASCII and lower case, without accents, as `folded` makes them in the database. */
export const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];
