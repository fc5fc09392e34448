import type { Recipient } from '../../delivery/recipient.entity.ts';
import type { Agency } from '../../directory/agency.entity.ts';
import type { Dispatch } from '../../dispatches/dispatch.entity.ts';
import type { Follower } from '../../dispatches/followers.ts';
import type { RecallFacts } from '../recalls/recall-facts.ts';
import type { Acknowledgement } from './acknowledgement.entity.ts';
import type { ExchangeStatus } from './exchange-status.ts';
import type { ManualAcknowledgement } from './manual-acknowledgement.entity.ts';
import type { ProgressReport } from './progress-report.entity.ts';
import type { ReadEvent } from './read-event.entity.ts';
import type { Refusal } from './refusal.entity.ts';
import type { Reply } from './reply.entity.ts';

/** What recipients are told of a dispatch beside its file. */
export type ToldDispatch = Pick<
  Dispatch,
  | ('id' | 'officeId' | 'office' | 'head' | 'state' | 'type' | 'symbol' | 'abstract' | 'urgency')
  | ('number' | 'issuedOn')
>;

export type ToldRecipient = Omit<Recipient, 'dispatch'> & { dispatch: ToldDispatch };

/** All that one recipient did with a dispatch, oldest first. */
export interface RecipientFacts {
  recipient: ToldRecipient;
  /** Where it was sent last; null when it was never sent. */
  address: string | null;
  /** Those that carry on for it today, when it has ended since. */
  successors: Agency[];
  /** SHA-256 of the official file, the same for every recipient. */
  fileSha256: string;
  readings: ReadEvent[];
  acknowledgement: Acknowledgement | null;
  /** Written down by a clerk and not confirmed yet. */
  entered: ManualAcknowledgement[];
  refusals: Refusal[];
  /** The refusal that nobody has answered. */
  openRefusal: Refusal | undefined;
  reports: ProgressReport[];
  reply: Reply | null;
  /** An answer is wanted of it and still to come. */
  owesReply: boolean;
  /** Absent while the office has not taken it back. */
  recall: RecallFacts | null;
  /** Issued since, in place of it or to correct it. */
  followers: Follower[];
  status: ExchangeStatus | undefined;
}
