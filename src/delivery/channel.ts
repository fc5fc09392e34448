import type { ChannelName } from '../directory/agency.entity.ts';
import type { Claimed } from './claims.ts';
import type { Consignment } from './mailer.ts';
import type { Schedule } from './retry.ts';
import type { SmtpOutcome } from './smtp/smtp-outcome.ts';

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
  send(consignment: Consignment, delivery: Claimed): Promise<SmtpOutcome>;
  close(): void;
}
