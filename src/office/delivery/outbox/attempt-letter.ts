import type { Channel } from '../channels/channel.ts';
import { consequence } from './retry.ts';
import type { AttemptResult } from '../attempts/attempt-result.ts';

/** Longer than a mail server may keep one mail: a lease that is over means that its worker is gone. */
export const LETTER_LEASE_MINUTES = 20;
/** Letters that one worker has under way at once, and in what time an office's limit lets them go. */
export const LETTERS_AT_ONCE = 16;
export const LETTERS_TIME_SLICE_MS = 1500;

export interface LetterOutcome {
  state: 'sent' | 'waiting' | 'failed';
  /** When to try again, if at all. */
  dueAt: Date | null;
  /** The server's words. */
  reply: string;
}

/** One attempt at a letter that is no dispatch; retries follow the schedule of deliveries. */
export async function attemptLetter(
  channel: Pick<Channel, 'schedule' | 'pausedUntil'>,
  send: () => Promise<AttemptResult>,
  { attempts: attempt, madeAt: queuedAt }: { attempts: number; madeAt: Date },
): Promise<LetterOutcome> {
  const sent = await send();
  const { evidence, dueAt } = consequence(
    sent,
    { attempt, queuedAt },
    channel.schedule,
    new Date(),
    channel.pausedUntil,
  );
  const state = evidence === 'accepted' ? 'sent' : dueAt ? 'waiting' : 'failed';
  return { state, dueAt, reply: sent.reply };
}
