import type { AttemptResult } from '../../attempts/attempt-result.ts';
import type { WebhookAnswer } from './post.ts';

const LONGEST_REPLY = 1000;

/** Too early, too slow, too often: later it may be well. */
const TEMPORARY = new Set([408, 425, 429]);

/** What an answer of the agency’s system makes of the attempt. */
export function outcomeOf({ status, body }: WebhookAnswer): AttemptResult {
  const words = `HTTP ${status} ${body}`;
  if (status >= 200 && status < 300) return outcome('accepted', 'answer', status, words);
  const isTemporary = status >= 500 || TEMPORARY.has(status);
  return outcome(isTemporary ? 'temporary' : 'permanent', 'answer', status, words);
}

export const outcome = (
  became: AttemptResult['outcome'],
  stage: AttemptResult['stage'],
  replyCode: number | null,
  words: string,
): AttemptResult => ({
  outcome: became,
  stage,
  replyCode,
  reply: words
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REPLY),
  isServerWide: false,
});
