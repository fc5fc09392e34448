import { owesReply } from '../receiving/owed-reply.ts';
import type { Concern } from './reminder-step.entity.ts';

/** SQL over a row with a recipient's `state`: an acknowledgement is still owed. */
export const owes = (row: string): string =>
  `${row}.state NOT IN ('acknowledged', 'refused', 'withdrawn')`;

/**
 * SQL over a row of `standings`: an acknowledgement is owed and may be asked for. Who has acknowledged,
 * sent it back, or has it withdrawn is asked no more, nor who has told the clerk and waits for a
 * second person to confirm it.
 */
export const isRemindable = (standing: string): string => `(
  ${standing}.acknowledged_at IS NULL AND ${owes(standing)}
  AND NOT EXISTS (SELECT FROM entered_acknowledgements told
                  WHERE told.recipient_id = ${standing}.recipient_id))`;

/** SQL over a row `recipient` and its row `standing`: what a step may ask for, and until when. */
export const ASKED: Record<Concern, { isOwed: string; deadline: string }> = {
  acknowledgement: { isOwed: isRemindable('standing'), deadline: 'standing.acknowledge_by' },
  reply: { isOwed: owesReply('recipient', 'standing.state'), deadline: 'recipient.reply_by' },
};

/** SQL over a dispatch's id: while its run is paused, nobody is asked. */
export const isRunning = (dispatchId: string): string => `
  NOT EXISTS (SELECT FROM delivery_pauses pause
              WHERE pause.dispatch_id = ${dispatchId} AND pause.ended_at IS NULL)`;
