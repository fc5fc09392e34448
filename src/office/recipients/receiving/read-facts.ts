import {
  EntityNotFoundError,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
} from 'typeorm';
import { fromJson, type JsonRow } from '../../../platform/postgres/from-json.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { holderOf, tokenHash } from '../../delivery/personal-link.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { successorsOf } from '../../directory/successions.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { recallFactsFrom, type RecallRows } from '../recalls/recall-facts.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { exchangeStatus } from './exchange-status.ts';
import { ManualAcknowledgement } from './manual-acknowledgement.entity.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { ReadEvent } from './read-event.entity.ts';
import type { RecipientFacts } from './recipient-facts.ts';
import { Refusal } from './refusal.entity.ts';
import { Reply } from './reply.entity.ts';

/** Who shows that a dispatch is theirs: by the token of the link, or as an agency, for itself or those it carries on for. */
export type RecipientAccess =
  string | { recipientId: string; agencyId: string; agencyIds: string[] };

/** What `recipient_facts` says (computed/recipient-facts.sql). */
type Said = Pick<RecipientFacts, 'fileSha256' | 'address' | 'owesReply'> & {
  recipient: JsonRow;
  hasEnded: boolean;
  hasArrived: boolean;
  acknowledgement: JsonRow | null;
  reply: JsonRow | null;
  recall: RecallRows | null;
} & Record<'readings' | 'entered' | 'refusals' | 'reports' | 'followers', JsonRow[] | null>;

interface How {
  /** Nobody else acts for it until the transaction ends; `free`: one that somebody holds is left out. */
  lock?: 'wait' | 'free';
}

/** What is known of the recipient that the holder may see. Throws EntityNotFoundError, also while the official file is not made. */
export async function readFacts(
  manager: EntityManager,
  holder: RecipientAccess,
  how: How = {},
): Promise<RecipientFacts> {
  const [facts] = await (typeof holder === 'string'
    ? read(manager, `id = ${holderOf('$2')}`, [tokenHash(holder)], how)
    : read(
        manager,
        'id = $2 AND agency_id = ANY ($3)',
        [holder.recipientId, holder.agencyIds],
        how,
      ));
  return found(facts);
}

/** The same of any recipient. */
export const readFactsOf = async (
  manager: EntityManager,
  recipientId: string,
  how: How = {},
): Promise<RecipientFacts> => found((await readFactsOfMany(manager, [recipientId], how))[0]);

/** Of those that there are. */
export const readFactsOfMany = (
  manager: EntityManager,
  recipientIds: string[],
  how: How = {},
): Promise<RecipientFacts[]> => read(manager, 'id = ANY ($2)', [recipientIds], how);

function found(facts: RecipientFacts | undefined): RecipientFacts {
  if (!facts) throw new EntityNotFoundError(Recipient, {});
  return facts;
}

const LOCKS = { wait: 'FOR UPDATE', free: 'FOR UPDATE SKIP LOCKED' };

async function read(
  manager: EntityManager,
  which: string,
  values: unknown[],
  { lock }: How,
): Promise<RecipientFacts[]> {
  const today = vietnamDate(new Date());
  const rows = await manager.query<{ said: Said | null }[]>(
    `SELECT recipient_facts(id, $1) AS said
     FROM (SELECT id FROM recipients WHERE ${which} ORDER BY id ${lock ? LOCKS[lock] : ''}) chosen`,
    [today, ...values],
  );
  const all: RecipientFacts[] = [];
  for (const { said } of rows) {
    if (!said) continue;
    const facts = factsFrom(manager, said);
    const { agencyId } = facts.recipient;
    if (said.hasEnded) facts.successors = await successorsOf(manager, agencyId, today);
    all.push(facts);
  }
  return all;
}

function factsFrom(manager: EntityManager, said: Said): RecipientFacts {
  const one = <E extends ObjectLiteral>(target: EntityTarget<E>, row: JsonRow | null) =>
    row && fromJson(manager.connection, target, row);
  const all = <E extends ObjectLiteral>(target: EntityTarget<E>, rows: JsonRow[] | null) =>
    (rows ?? []).map((row) => fromJson(manager.connection, target, row));
  const { fileSha256, address, owesReply, hasArrived } = said;
  const acknowledgement = one(Acknowledgement, said.acknowledgement);
  const readings = all(ReadEvent, said.readings);
  const refusals = all(Refusal, said.refusals);
  const reports = all(ProgressReport, said.reports);
  return {
    recipient: fromJson(manager.connection, Recipient, said.recipient),
    fileSha256,
    address,
    owesReply,
    successors: [],
    readings,
    acknowledgement,
    entered: acknowledgement ? [] : all(ManualAcknowledgement, said.entered),
    refusals,
    openRefusal: acknowledgement ? undefined : refusals.find(({ answer }) => !answer),
    reports,
    reply: one(Reply, said.reply),
    recall: said.recall && recallFactsFrom(manager, said.recall),
    followers: all(Dispatch, said.followers),
    status: exchangeStatus({
      hasArrived: hasArrived || readings.length > 0,
      hasAcknowledged: acknowledgement !== null,
      hasRefused: refusals.some(({ answer }) => !answer),
      reports: reports.map((report) => report.status),
    }),
  };
}
