import { readAnswer } from './refusal-text.ts';
import type { Parties } from './mask-parties.ts';
import {
  ABOUT_MAILBOX_FOR_NOW,
  ABOUT_NOW,
  ABOUT_POLICY,
  ABOUT_RATE,
  ABOUT_SIZE,
} from './rules/about-limits.ts';
import { ABOUT_OURSELVES } from './rules/about-ourselves.ts';
import { ABOUT_RECIPIENTS, PROBABLY_ABOUT_RECIPIENTS } from './rules/about-recipients.ts';
import { CODES_OF_THE_SENDER, GENERAL_CODES, SPECIFIC_CODES } from './rules/codes.ts';
import type { Cause, Rule } from './rules/rule.ts';
import { statusIn } from '../attempts/status-code.ts';

/** A server never quotes another about these: they are asked of everything it says. */
const OF_THE_WHOLE = [...ABOUT_OURSELVES, ...ABOUT_RATE];
/** In the order in which they are asked: the first that fits decides. */
const OF_THE_ANSWER = [
  ...OF_THE_WHOLE,
  ...ABOUT_SIZE,
  ...ABOUT_MAILBOX_FOR_NOW,
  ...ABOUT_RECIPIENTS,
  ...ABOUT_POLICY,
];

/**
 * Whom or what a refusal is about. Clear words go before codes, and what a relay quotes before its own
 * words; words about us go before all, since they often name an unknown user, too: ours.
 */
export function causeOf(status: string | null, words: string, parties?: Parties): Cause {
  const { whole, quoted } = readAnswer(words, parties);
  const cause =
    first(OF_THE_WHOLE, whole) ??
    (quoted ? ofAnswer(quoted, statusIn(quoted)) : undefined) ??
    ofAnswer(whole, status);
  return cause === 'recipient' && parties?.isBeforeRecipient ? 'ourselves' : (cause ?? 'unknown');
}

/** Whether a failure means that the address will not work tomorrow either; `status` is like `5.1.1`. */
export function isHard(status: string | null, words: string, parties?: Parties): boolean {
  return !isForNow(status, words) && causeOf(status, words, parties) === 'recipient';
}

const FOR_NOW = /^[^\p{L}\p{N}]*4\d\d[ -]/u;
const isForNow = (status: string | null, words: string) =>
  (status ? status.startsWith('4') : FOR_NOW.test(words)) ||
  FOR_NOW.test(readAnswer(words).quoted ?? '');

function ofAnswer(text: string, status: string | null): Cause | undefined {
  const detail = status?.slice(2) ?? '';
  const cause =
    (text.includes('‹recipient›') ? undefined : first(CODES_OF_THE_SENDER, detail)) ??
    first(OF_THE_ANSWER, text) ??
    first(SPECIFIC_CODES, detail) ??
    first(PROBABLY_ABOUT_RECIPIENTS, text) ??
    first(GENERAL_CODES, detail) ??
    first(ABOUT_NOW, text);
  return cause === 'recipient' ? whose(text) : cause;
}

/** `<our address>: user unknown` is what a server says that asked ours. */
function whose(text: string): Cause {
  if (text.includes('‹recipient›')) return 'recipient';
  if (text.includes('‹sender›')) return 'ourselves';
  return /^(\d{3} )?(\d\.\d+\.\d+ )?<?‹other›/u.test(text) ? 'unknown' : 'recipient';
}

const first = (rules: Rule[], text: string): Cause | undefined =>
  rules.find(({ pattern }) => pattern.test(text))?.cause;
