import type { Channel } from './channel.ts';
import type { Claimed } from './claims.ts';
import type { Consignment } from './mailer.ts';
import type { Outcome } from './record-outcomes.ts';
import { consequence } from './retry.ts';
import type { SmtpOutcome } from './smtp/smtp-outcome.ts';

/** One attempt, and what follows from it for the delivery. */
export async function attempt(
  channel: Channel,
  consignment: Consignment,
  delivery: Claimed,
): Promise<{ sent: SmtpOutcome; outcome: Outcome }> {
  const startedAt = new Date();
  const sent = await channel.send(consignment, delivery);
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
    round: delivery.round,
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
