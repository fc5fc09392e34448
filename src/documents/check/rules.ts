import type { LayoutRule } from './finding.ts';
import * as abbreviations from './rules/abbreviations.ts';
import { ABSTRACT_LENGTH } from './rules/abstract.ts';
import { CAPITAL_RULES } from './rules/capitals.ts';
import * as dates from './rules/dates-in-text.ts';
import { NAMED_AGENCIES } from './rules/named-agencies.ts';
import * as placeholders from './rules/placeholders.ts';
import { FIRST_REFERENCE } from './rules/references.ts';
import { TONE_PLACEMENT } from './rules/tone-marks.ts';
import * as typing from './rules/typing.ts';
import * as closing from './rules/closing.ts';
import * as components from './rules/components.ts';
import { DRAWN_RULES } from './rules/drawn-rules.ts';
import * as fonts from './rules/fonts.ts';
import * as letterhead from './rules/letterhead.ts';
import { MARGINS } from './rules/margins.ts';
import { ORDER } from './rules/order.ts';
import { OVERLAP } from './rules/overlap.ts';
import * as pageNumbers from './rules/page-numbers.ts';
import { PAPER } from './rules/paper.ts';
import * as endMark from './rules/end-mark.ts';
import * as numberAndDate from './rules/number-and-date.ts';
import * as recipients from './rules/recipients.ts';
import * as text from './rules/running-text.ts';
import * as signer from './rules/signer.ts';
import * as symbol from './rules/symbol.ts';

/** Every rule of the layout check, in the order in which its findings are shown. */
export const LAYOUT_RULES: readonly LayoutRule[] = [
  PAPER,
  MARGINS,
  OVERLAP,
  ...Object.values(pageNumbers),
  ...Object.values(fonts),
  ...Object.values(components),
  ORDER,
  ...Object.values(letterhead),
  DRAWN_RULES,
  ...Object.values(text),
  ...Object.values(endMark),
  ...Object.values(closing),
  ...Object.values(numberAndDate),
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
