import type { EntityManager } from 'typeorm';
import { fromJson, type JsonRow } from '../../../platform/postgres/from-json.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import type { OwnMethod } from '../../delivery/answer-methods.ts';
import type { FactName } from '../../journal/facts/kinds.ts';
import type { Presence } from '../../journal/person.ts';
import { recordActs, type Act } from '../../journal/record-acts.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import type { RecipientAccess } from './read-facts.ts';
import type { Acknowledge } from './receiving.schemas.ts';
import type { RecipientFacts, ToldRecipient } from './recipient-facts.ts';

/** Who acknowledges, from where, and as whom. */
export interface Wish {
  holder: RecipientAccess;
  how: OwnMethod;
  input: Acknowledge;
  presence: Presence;
}

/** The successor that acknowledges for the recipient; none when the recipient does so itself. */
export function actingAgency(
  holder: RecipientAccess,
  { recipient }: RecipientFacts,
  said: Pick<Acknowledge, 'agencyId'> = {},
): string | undefined {
  if (typeof holder === 'string') return said.agencyId;
  return holder.agencyId === recipient.agencyId ? undefined : holder.agencyId;
}

/** Why somebody who has not acknowledged cannot do so. */
function problem(facts: RecipientFacts, { holder, input }: Wish): RuleViolation | undefined {
  if (facts.recall) return recalledViolation();
  const agencyId = actingAgency(holder, facts, input);
  const isOfSuccessor = facts.successors.some(({ id }) => id === agencyId);
  return agencyId === undefined || isOfSuccessor
    ? undefined
    : new RuleViolation('not-the-successor');
}

export const mayAcknowledge = (facts: RecipientFacts, wish: Wish): boolean => !problem(facts, wish);

/** What acknowledging writes for a recipient that has not acknowledged. Throws RuleViolation. */
export function acknowledging(facts: RecipientFacts, wish: Wish): Act {
  const violation = problem(facts, wish);
  if (violation) throw violation;
  const { recipient, fileSha256 } = facts;
  const { how, presence, input } = wish;
  const { name, post } = input;
  return {
    ...about(recipient),
    key: recipient.id,
    row: {
      recipient_id: recipient.id,
      file_sha256: fileSha256,
      how,
      name,
      post,
      agency_id: actingAgency(wish.holder, facts, input) ?? null,
    },
    details: { recipient: recipient.code, fileSha256, how },
    presence,
  };
}

/** In the transaction that holds the recipients. */
export async function writeAcknowledgements(
  manager: EntityManager,
  acts: Act[],
): Promise<Map<string, Acknowledgement>> {
  const rows = await recordActs(manager, 'acknowledged', 'acknowledgements', acts);
  const written = rows.map((row) => fromJson(manager.connection, Acknowledgement, row));
  return new Map(written.map((one) => [one.recipientId, one]));
}

/** Something else that one recipient did. */
export async function recordAct(
  manager: EntityManager,
  { id, code, ...recipient }: ToldRecipient,
  verb: string,
  {
    fact,
    row,
    details,
    presence,
  }: { fact: FactName; row: JsonRow; details: Record<string, unknown>; presence: Presence },
): Promise<void> {
  const key = crypto.randomUUID();
  const act = {
    ...about(recipient),
    key,
    row: { id: key, recipient_id: id, ...row },
    details: { recipient: code, ...details },
    presence,
  };
  await recordActs(manager, verb, fact, [act]);
}

/** A recipient has no account: its code stands in the journal, the person's name beside it. */
const about = ({ dispatch, dispatchId }: Pick<ToldRecipient, 'dispatch' | 'dispatchId'>) => ({
  officeId: dispatch.officeId,
  subjectId: dispatchId,
});

export const recalledViolation = () =>
  new RuleViolation(
    'recalled',
    'Văn bản đã bị nơi gửi thu hồi. Mở trang của văn bản này để trả lời việc thu hồi.',
  );
