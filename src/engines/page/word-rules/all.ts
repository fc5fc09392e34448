import * as abbreviations from './abbreviations.ts';
import { ABSTRACT_LENGTH } from './abstract.ts';
import { CAPITAL_RULES } from './capitals.ts';
import * as dates from './dates-in-text.ts';
import { END_MARK_INSIDE } from './end-mark.ts';
import { NAMED_AGENCIES } from './named-agencies.ts';
import * as placeholders from './placeholders.ts';
import * as recipients from './recipients.ts';
import { FIRST_REFERENCE } from './references.ts';
import { REQUIRED } from './required.ts';
import * as signer from './signer.ts';
import * as symbol from './symbol.ts';
import { TONE_PLACEMENT } from './tone-marks.ts';
import * as typing from './typing.ts';
import type { WordRule } from './words.ts';

/** Every rule of the words, in the order in which its findings are shown. */
export const WORD_RULES: readonly WordRule[] = [
  REQUIRED,
  END_MARK_INSIDE,
  ...Object.values(symbol),
  ...Object.values(recipients),
  NAMED_AGENCIES,
  ...Object.values(signer),
  ABSTRACT_LENGTH,
  ...Object.values(placeholders),
  ...Object.values(abbreviations),
  FIRST_REFERENCE,
  ...Object.values(dates),
  ...CAPITAL_RULES,
  TONE_PLACEMENT,
  ...Object.values(typing),
];
