import type { Concern } from './reminder-step.entity.ts';

/**
 * SQL over a row of `recipient_standings`: an acknowledgement is owed and may be asked for. Who has
 * told the clerk waits for a second person to confirm it and is asked no more.
 */
export const isRemindable = (standing: string): string => `(
  ${standing}.acknowledged_at IS NULL AND ${standing}.owes_receipt
  AND NOT EXISTS (SELECT FROM entered_acknowledgements told
                  WHERE told.recipient_id = ${standing}.recipient_id))`;

/** SQL over a row `standing` of `recipient_standings`: what a step may ask for, and until when. */
export const ASKED: Record<Concern, { isOwed: string; deadline: string }> = {
  acknowledgement: { isOwed: isRemindable('standing'), deadline: 'standing.acknowledge_by' },
  reply: { isOwed: 'standing.owes_reply', deadline: 'standing.reply_by' },
};

/** SQL over a dispatch's id: while its run is paused, nobody is asked. */
export const isRunning = (dispatchId: string): string => `
  NOT EXISTS (SELECT FROM delivery_pauses pause
              WHERE pause.dispatch_id = ${dispatchId} AND pause.ended_at IS NULL)`;
