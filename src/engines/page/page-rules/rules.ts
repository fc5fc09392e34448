import * as closing from './rules/closing.ts';
import * as components from './rules/components.ts';
import { DRAWN_RULES } from './rules/drawn-rules.ts';
import { END_MARK } from './rules/end-mark.ts';
import * as fonts from './rules/fonts.ts';
import * as letterhead from './rules/letterhead.ts';
import { MARGINS } from './rules/margins.ts';
import { MOTTO_FORM } from './rules/motto.ts';
import * as numberAndDate from './rules/number-and-date.ts';
import { ORDER } from './rules/order.ts';
import { OVERLAP } from './rules/overlap.ts';
import * as pageNumbers from './rules/page-numbers.ts';
import { PAPER } from './rules/paper.ts';
import { CLOSING_MARKS } from './rules/recipients.ts';
import * as text from './rules/running-text.ts';
import type { PageRule } from './check-input.ts';

/** Every rule of the page, whoever made it. */
export const PAGE_RULES: readonly PageRule[] = [
  PAPER,
  MARGINS,
  OVERLAP,
  ...Object.values(pageNumbers),
  ...Object.values(fonts),
  ...Object.values(components),
  ORDER,
  ...Object.values(letterhead),
  DRAWN_RULES,
  MOTTO_FORM,
  ...Object.values(text),
  END_MARK,
  ...Object.values(closing),
  numberAndDate.NUMBER_FORM,
  numberAndDate.DATE_FORM,
  CLOSING_MARKS,
];
