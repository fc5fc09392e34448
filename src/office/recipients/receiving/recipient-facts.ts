import type { EntityManager } from 'typeorm';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { DeliveryRun } from '../../delivery/delivery-run.entity.ts';
import type { Recipient } from '../../delivery/recipient.entity.ts';
import { followersOf, type Follower } from '../../dispatches/followers.ts';
import type { Agency } from '../../directory/agency.entity.ts';
import { successorsOf } from '../../directory/successions.ts';
import { recallFactsOf, type RecallFacts } from '../recalls/recall-facts.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { ManualAcknowledgement } from './manual-acknowledgement.entity.ts';
import { exchangeStatus, type ExchangeStatus } from './exchange-status.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { ReadEvent } from './read-event.entity.ts';
import { Reply } from './reply.entity.ts';
import { Refusal } from './refusal.entity.ts';

/** All that one recipient did with a dispatch, oldest first. */
export interface RecipientFacts {
  recipient: Recipient;
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

export async function factsOf(
  manager: EntityManager,
  recipient: Recipient,
): Promise<RecipientFacts> {
  const { id: recipientId, dispatchId } = recipient;
  const where = { recipientId };
  const { fileSha256 } = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
  const readings = await manager.find(ReadEvent, { where, order: { firstAt: 'ASC' } });
  const acknowledgement = await manager.findOne(Acknowledgement, {
    where,
    relations: { agency: true, enterer: true, confirmer: true },
  });
  const refusals = await manager.find(Refusal, {
    where,
    relations: { answer: { answerer: true } },
    order: { refusedAt: 'ASC' },
  });
  const recall = await recallFactsOf(manager, recipientId);
  const reports = await manager.find(ProgressReport, { where, order: { reportedAt: 'ASC' } });
  const reply = await manager.findOne(Reply, { where, relations: { enterer: true } });
  const entered = acknowledgement
    ? []
    : await manager.find(ManualAcknowledgement, {
        where,
        relations: { enterer: true },
        order: { enteredAt: 'ASC' },
      });
  const [{ hasArrived, owesReply, address }] = await manager.query<
    [{ hasArrived: boolean; owesReply: boolean; address: string | null }]
  >(
    `SELECT coalesce(owes_reply, false) AS "owesReply", address,
            coalesce(standing_of(delivery.state) = 'delivered', false) AS "hasArrived"
     FROM recipient_standings standing LEFT JOIN deliveries delivery USING (recipient_id)
     WHERE standing.recipient_id = $1`,
    [recipientId],
  );
  const status = exchangeStatus({
    hasArrived: hasArrived || readings.length > 0,
    hasAcknowledged: acknowledgement !== null,
    hasRefused: refusals.some(({ answer }) => !answer),
    reports: reports.map((report) => report.status),
  });
  const followers = await followersOf(manager, dispatchId);
  const successors = await successorsOf(manager, recipient.agencyId, vietnamDate(new Date()));
  return {
    recipient,
    address,
    successors,
    fileSha256,
    readings,
    acknowledgement,
    entered,
    refusals,
    openRefusal: acknowledgement ? undefined : refusals.find(({ answer }) => !answer),
    reports,
    reply,
    owesReply,
    recall,
    followers,
    status,
  };
}
