import type { EntityManager } from 'typeorm';
import { keepFile } from '../../../platform/files/files.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { AnswerMethod } from '../../delivery/answer-methods.ts';
import type { EvidenceFile } from './evidence-upload.ts';
import type { Replying } from './receiving.schemas.ts';
import { record } from '../../journal/journal.ts';
import type { RecipientFacts, ToldRecipient } from './recipient-facts.ts';
import { Reply } from './reply.entity.ts';

/** Writes down the answer; false when there was one already. */
export async function keepReply(
  manager: EntityManager,
  { recipient, reply, recall }: RecipientFacts,
  by: { how: AnswerMethod; enteredBy?: string },
  { reference, dated, note, name, post }: Replying,
  file?: EvidenceFile,
): Promise<boolean> {
  if (reply) return false;
  if (recall) {
    throw new RuleViolation('recalled', 'Văn bản đã thu hồi nên không cần trả lời nữa.');
  }
  if (reference === undefined && note === undefined && !file) {
    const message = 'Ghi số, ký hiệu văn bản trả lời, hoặc nội dung trả lời.';
    throw new InvalidInput([{ path: 'reference', message }]);
  }
  await manager.insert(Reply, {
    recipientId: recipient.id,
    reference: reference ?? null,
    dated: dated ?? null,
    note: note ?? null,
    name,
    post,
    ...by,
    fileSha256: file && (await keepFile(manager, file.bytes, file.mediaType)),
  });
  return true;
}

/** Of an answer that the recipient itself gave: its code stands in the journal, the person's name beside it. */
export function recordReply(
  manager: EntityManager,
  { id, code, dispatchId, dispatch }: ToldRecipient,
  {
    how,
    reference,
    name,
    post,
  }: { how: AnswerMethod; reference?: string; name: string; post: string },
): Promise<void> {
  const by = { id: null, officeId: dispatch.officeId };
  const details = { recipient: code, how, reference };
  return record(manager, by, 'replied', dispatchId, details, { name, post }, [
    ['replies', 'recipient_id', id],
  ]);
}
