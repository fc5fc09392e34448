import type { ChannelName } from '../../directory/agency.entity.ts';
import type { Claimed } from '../outbox/claims.ts';
import type { PreparedDispatch } from './mail/mail-channel.ts';
import type { Schedule } from '../outbox/retry.ts';
import type { AttemptResult } from '../attempts/attempt-result.ts';

/** A way to recipients. What one attempt comes to has one shape, whichever way it went. */
export interface Channel {
  readonly name: ChannelName;
  /** Until when nothing goes this way, milliseconds since 1970. */
  readonly pausedUntil: number;
  readonly schedule: Schedule;
  /** Who answers, as attempts name it: `mail.example:587`. */
  serverOf(delivery: Claimed): string;
  /** So many wait already that others would only be kept from other workers. */
  isFull(isUrgent: boolean): boolean;
  /** It does not throw for what the other side says. */
  send(prepared: PreparedDispatch, delivery: Claimed): Promise<AttemptResult>;
  close(): void;
}
