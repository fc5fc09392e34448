import type { Channel } from '../channels/channel.ts';
import type { Claimed } from '../outbox/claims.ts';
import type { PreparedDispatch } from '../channels/mail/mail-channel.ts';
import type { Outcome } from './record-outcomes.ts';
import { consequence } from '../outbox/retry.ts';
import type { AttemptResult } from './attempt-result.ts';

/** One attempt, and what follows from it for the delivery. */
export async function attempt(
  channel: Channel,
  prepared: PreparedDispatch,
  delivery: Claimed,
): Promise<{ sent: AttemptResult; outcome: Outcome }> {
  const startedAt = new Date();
  const sent = await channel.send(prepared, delivery);
  const endedAt = new Date();
  const { evidence, dueAt } = consequence(
    sent,
    delivery,
    channel.schedule,
    endedAt,
    channel.pausedUntil,
  );
  const outcome = {
    deliveryId: delivery.id,
    number: delivery.number,
    retryRound: delivery.retryRound,
    channel: channel.name,
    address: delivery.address,
    server: channel.serverOf(delivery),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    outcome: sent.outcome,
    stage: sent.stage,
    replyCode: sent.replyCode,
    reply: sent.reply,
    evidence,
    dueAt: dueAt?.toISOString() ?? null,
  };
  return { sent, outcome };
}
