import type { EntityManager } from 'typeorm';
import type { RecipientFacts } from '../receiving/recipient-facts.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { RecallAnswer, type RecallAnswerKind } from './recall-answer.entity.ts';
import type { AnswerRecall } from './recall.schemas.ts';
import type { OwnMethod, ReportedMethod } from '../../delivery/answer-methods.ts';

/** Who says it: the recipient itself, or the clerk who was told. */
export type Teller =
  { how: OwnMethod; enteredBy?: undefined } | { how: ReportedMethod; enteredBy: string };

/** Each thing is said once; saying it again changes nothing. To have removed the file is to agree. */
export async function answerRecall(
  manager: EntityManager,
  { recipient, recall }: RecipientFacts,
  teller: Teller,
  { answer, isRemoved, name, post, note }: AnswerRecall,
): Promise<void> {
  if (!recall) {
    throw new RuleViolation('not-recalled');
  }
  if (answer === 'refused' && recall.status === 15) {
    throw new RuleViolation('already-agreed');
  }
  const known = recall.answers.map((one) => one.answer);
  const all: RecallAnswerKind[] = answer === 'refused' ? ['refused'] : ['agreed'];
  if (answer === 'removed' || (answer === 'agreed' && isRemoved)) all.push('removed');
  const { how, enteredBy = null } = teller;
  for (const one of all.filter((each) => !known.includes(each))) {
    const { raw } = await manager.insert(RecallAnswer, {
      recipientId: recipient.id,
      answer: one,
      name,
      post,
      how,
      enteredBy,
      note: one === 'removed' ? null : (note ?? null),
    });
    const by = { id: enteredBy, officeId: recipient.dispatch.officeId };
    const details = { recipient: recipient.code, answer: one, how };
    const fact = ['recall_answers', 'id', raw[0].id] as const;
    const person = { name, post };
    await record(manager, by, 'recall-answered', recipient.dispatchId, details, person, [fact]);
  }
}
