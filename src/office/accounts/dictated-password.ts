import { randomInt } from 'node:crypto';

/** Without letters that are mistaken for another when they are said or read. */
const CONSONANTS = 'bcdghkmnprstvx';
const VOWELS = 'aeiou';
const WORDS = 5;

const pick = (letters: string) => letters[randomInt(letters.length)]!;
const syllable = () => pick(CONSONANTS) + pick(VOWELS);

/** A new password that one can say over the telephone: `tami-kosu-…`, five words of two syllables, 61 bits. */
export const dictatedPassword = (): string =>
  Array.from({ length: WORDS }, () => syllable() + syllable()).join('-');
