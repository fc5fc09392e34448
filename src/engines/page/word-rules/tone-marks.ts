import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

/** A tone on the second vowel of an open oa, oe or uy; after q the u is no vowel. */
const SECOND_VOWEL = /(?<!\p{L})(\p{L}*?)(o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu;

/** Most texts have no such rhyme at all. */
const RHYME = /[ou][àáảãạèéẻẽẹỳýỷỹỵ]/iu;

const FIRST_VOWEL: Readonly<Record<string, string>> = Object.fromEntries(
  ['oa òàóáỏảõãọạ', 'oe òèóéỏẻõẽọẹ', 'uy ùỳúýủỷũỹụỵ'].flatMap((row) => {
    const [[first, second], tones] = row.split(' ') as [string, string];
    return (tones.match(/../gu) ?? []).map(([onFirst, onSecond]) => [
      `${first}${onSecond}`,
      `${onFirst}${second}`,
    ]);
  }),
);

/** `hoà` as `hòa`, `Thuỷ` as `Thủy`: the form in which the national name is printed. */
export function toneOnFirstVowel(text: string): string {
  return text.replace(SECOND_VOWEL, (_, start: string, rhyme: string) => {
    const written = FIRST_VOWEL[rhyme.toLocaleLowerCase('vi')]!;
    const capitals = rhyme === rhyme.toLocaleUpperCase('vi');
    const opens = rhyme[0] === rhyme[0]!.toLocaleUpperCase('vi');
    if (capitals) return start + written.toLocaleUpperCase('vi');
    return start + (opens ? written[0]!.toLocaleUpperCase('vi') + written[1] : written);
  });
}

/** One spelling through the whole dispatch: that of CỘNG HÒA in Annex I. Names of persons are their own. */
export const TONE_PLACEMENT: WordRule = {
  id: 'wording.tone-placement',
  clause: annexI('II.1.a'),
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    const places = new Map<string, string[]>();
    for (const { place, text, part } of words.texts) {
      if (part === 'signature' || !RHYME.test(text)) continue;
      for (const [word] of text.matchAll(SECOND_VOWEL)) {
        places.set(word, [...new Set([...(places.get(word) ?? []), place])]);
      }
    }
    for (const [word, [place, ...others]] of places) {
      const also = others.length > 0 ? ` (và ${others.join('; ')})` : '';
      yield {
        place: place!,
        message: `"${word}" đặt dấu thanh khác với Quốc hiệu${also}.`,
        remedy: `Viết thống nhất "${toneOnFirstVowel(word)}".`,
      };
    }
  },
};
