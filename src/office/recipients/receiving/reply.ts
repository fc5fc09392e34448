import type { EntityManager } from 'typeorm';
import { keepFile } from '../../../platform/files/files.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { AnswerMethod } from '../../delivery/answer-methods.ts';
import type { EvidenceFile } from './evidence-upload.ts';
import type { Replying } from './receiving.schemas.ts';
import type { RecipientFacts } from './recipient-facts.ts';
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
