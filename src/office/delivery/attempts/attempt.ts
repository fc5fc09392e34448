import type { Channel } from '../channels/channel.ts';
import type { Letter } from '../channels/letter.ts';
import type { Claimed } from '../outbox/letter-kind.ts';
import { consequence } from '../outbox/retry.ts';
import type { AttemptResult } from './attempt-result.ts';
import type { LetterKindName, Outcome } from './outcome.ts';

/** One attempt, and what follows from it for the letter. */
export async function attempt(
  kind: LetterKindName,
  channel: Channel,
  letter: Letter,
  claimed: Claimed,
): Promise<{ result: AttemptResult; outcome: Outcome }> {
  const startedAt = new Date();
  const result = await channel.send(letter);
  const endedAt = new Date();
  const { schedule, pausedUntil } = channel;
  const { evidence, dueAt } = consequence(result, claimed, schedule, endedAt, pausedUntil);
  const outcome = {
    kind,
    id: claimed.id,
    number: claimed.attemptNumber,
    retryRound: claimed.retryRound,
    channel: channel.name,
    address: claimed.address,
    server: channel.serverOf(claimed.address),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    outcome: result.outcome,
    stage: result.stage,
    replyCode: result.replyCode,
    reply: result.reply,
    evidence,
    dueAt: dueAt?.toISOString() ?? null,
  };
  return { result, outcome };
}
