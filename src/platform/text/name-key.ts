const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A syllable that ends in the vowel /i/ alone, which is written with either letter: `Sỹ`, `Sĩ`; `Quy`, `Qui`. */
const EITHER_I = /^([bcdđghklmnpqrstvx]+|qu)y$/;

/**
 * What two spellings of one name share: case, punctuation, the place of the tone mark in a syllable
 * (`hòa`, `hoà`; `Ủy`, `Uỷ`) and `y` for `i` do not count, other letters and tones do. Of a code, which has
 * no space, each letter counts.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = keyOf(name);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(name, key);
  return key;
}

/** A list names the same few kinds and areas in each of its rows. */
const keys = new Map<string, string>();
const MOST_KEYS = 1_000;

function keyOf(name: string): string {
  const isOfWords = /\S\s+\S/.test(name);
  return name
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(
      (word) =>
        word.replace(TONES, '').replace(EITHER_I, isOfWords ? '$1i' : '$&') +
        (word.match(TONES)?.join('') ?? ''),
    )
    .join(' ');
}

/** SQL: whether these texts have the folded words one after another, the last one perhaps half typed. */
export const hasWords = (texts: string, words: string): string =>
  `(${words} <> '' AND strpos(' ' || ${withI(`folded(${texts})`)}, ' ' || ${withI(words)}) > 0)`;
const withI = (words: string) =>
  `regexp_replace(${words}, '(qu|[bcdghklmnpqrstvx])y', '\\1i', 'g')`;

/** Words in ASCII and lower case, without accents, as `folded` makes them in the database. */
export const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];
