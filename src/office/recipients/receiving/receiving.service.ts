import { Injectable } from '@nestjs/common';
import { DataSource, EntityNotFoundError, In, type EntityManager } from 'typeorm';
import { DeliveryRun } from '../../delivery/delivery-run.entity.ts';
import { recipientOf } from '../../delivery/personal-link.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { openFile } from '../../../platform/files/files.ts';
import type { KeptFile } from '../../../platform/files/kept-file.ts';
import { keepSeals, type FactRef } from '../../journal/facts/seal-facts.ts';
import { record } from '../../journal/journal.ts';
import { answerRecall } from '../recalls/answer-recall.ts';
import { recallFactsOf } from '../recalls/recall-facts.ts';
import type { AnswerRecall } from '../recalls/recall.schemas.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { ReadEvent } from './read-event.entity.ts';
import type { Acknowledge, Refuse, Report } from './receiving.schemas.ts';
import { factsOf, type RecipientFacts } from './recipient-facts.ts';
import type { EvidenceFile } from './evidence-upload.ts';
import { keepReply } from './reply.ts';
import { Refusal } from './refusal.entity.ts';
import type { OwnMethod } from '../../delivery/answer-methods.ts';

/** Who shows that a dispatch is theirs: by the token of the link, or as an agency, for itself or those it carries on for. */
export type RecipientAccess =
  string | { recipientId: string; agencyId: string; agencyIds: string[] };

/** What recipients do with a dispatch; each act is a row, and none is ever changed. */
@Injectable()
export class ReceivingService {
  constructor(private readonly database: DataSource) {}

  async open(holder: RecipientAccess): Promise<RecipientFacts> {
    return factsOf(this.database.manager, await readRecipient(this.database.manager, holder));
  }

  /** The same, noting that the link was opened. */
  async read(holder: RecipientAccess): Promise<RecipientFacts> {
    const facts = await this.open(holder);
    await this.note(facts.recipient, 'opened');
    return facts;
  }

  async file(holder: RecipientAccess): Promise<{ recipient: Recipient; pdf: KeptFile }> {
    const { manager } = this.database;
    const recipient = await readRecipient(manager, holder);
    const { dispatchId } = recipient;
    if (await recallFactsOf(manager, recipient.id)) throw recalledViolation();
    const { fileSha256 } = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    return { recipient, pdf: await openFile(manager, fileSha256) };
  }

  /** The file is on its way to them. */
  noteFetched(recipient: Recipient): Promise<void> {
    return this.note(recipient, 'fetched');
  }

  /** The first one counts; asking again changes nothing and is no error. */
  acknowledge(
    holder: RecipientAccess,
    how: OwnMethod,
    input: Acknowledge,
  ): Promise<RecipientFacts> {
    return this.act(holder, (manager, facts) =>
      acknowledge(manager, facts, how, { ...input, agencyId: actingAgency(holder, facts, input) }),
    );
  }

  /** The same for one of many, where nobody asks what is known of it afterwards. */
  acknowledgeOnly(holder: RecipientAccess, how: OwnMethod, input: Acknowledge): Promise<void> {
    return this.database.transaction(async (manager) => {
      const facts = await lockedFacts(manager, holder);
      const agencyId = actingAgency(holder, facts, input);
      await acknowledge(manager, facts, how, { ...input, agencyId });
    });
  }

  /** Those of the recipients that have not acknowledged; all must belong to the agencies. */
  async unacknowledged(agencyIds: string[], ids: string[]): Promise<string[]> {
    const { manager } = this.database;
    const theirs = await manager.countBy(Recipient, { id: In(ids), agencyId: In(agencyIds) });
    if (theirs < ids.length) throw new EntityNotFoundError(Recipient, { id: ids });
    const done = await manager.find(Acknowledgement, {
      where: { recipientId: In(ids) },
      select: { recipientId: true },
    });
    const isDone = new Set(done.map(({ recipientId }) => recipientId));
    return ids.filter((id) => !isDone.has(id));
  }

  /** Sends it back with a reason; what was acknowledged is not refused any more. */
  refuse(
    holder: RecipientAccess,
    how: OwnMethod,
    { reason, note, name, post }: Refuse,
  ): Promise<RecipientFacts> {
    return this.act(holder, async (manager, facts) => {
      if (facts.recall) throw recalledViolation();
      if (facts.acknowledgement) {
        throw new RuleViolation(
          'already-acknowledged',
          'Cơ quan đã xác nhận tiếp nhận văn bản này nên không từ chối được nữa. Gọi cho nơi gửi nếu có sai sót.',
        );
      }
      if (facts.openRefusal) return;
      const { recipient, fileSha256 } = facts;
      const { raw } = await manager.insert(Refusal, {
        recipientId: recipient.id,
        fileSha256,
        how,
        reason,
        note,
        name,
        post,
      });
      const fact = ['refusals', 'id', raw[0].id] as const;
      await recordAct(manager, recipient, 'refused', { fileSha256, how, reason }, { name, post }, [
        fact,
      ]);
    });
  }

  /**
   * Status 04 to 06. Whoever works on a dispatch has it: the report acknowledges what was not yet. 06
   * with a reference or words is the answer, and where one is wanted it comes with them.
   */
  report(
    holder: RecipientAccess,
    how: OwnMethod,
    input: Report,
    file?: EvidenceFile,
  ): Promise<RecipientFacts> {
    const { status, note, name, post } = input;
    if (file && status !== 6) {
      const message = 'Tệp trả lời chỉ gửi cùng trạng thái 6 hoàn thành.';
      throw new InvalidInput([{ path: 'file', message }]);
    }
    return this.act(holder, async (manager, facts) => {
      if (facts.recall) throw recalledViolation();
      const agencyId = actingAgency(holder, facts);
      await acknowledge(manager, facts, how, { name, post, agencyId });
      const { recipient } = facts;
      if (status === 6 && (recipient.replyBy ?? input.reference ?? note ?? file)) {
        const isNew = await keepReply(manager, facts, { how }, input, file);
        const { reference } = input;
        const fact = ['replies', 'recipient_id', recipient.id] as const;
        const details = { how, reference };
        if (isNew) await recordAct(manager, recipient, 'replied', details, { name, post }, [fact]);
      }
      if (facts.reports.some((report) => report.status === status)) return;
      const recipientId = recipient.id;
      const { raw } = await manager.insert(ProgressReport, {
        recipientId,
        status,
        note,
        name,
        post,
        how,
      });
      const fact = ['progress_reports', 'id', raw[0].id] as const;
      await recordAct(manager, recipient, 'reported', { how, status }, { name, post }, [fact]);
    });
  }

  /** To the office that takes the dispatch back: agrees, refuses, has removed the file. */
  answerRecall(
    holder: RecipientAccess,
    how: OwnMethod,
    input: AnswerRecall,
  ): Promise<RecipientFacts> {
    return this.act(holder, (manager, { recipient }) =>
      answerRecall(manager, recipient, { how }, input),
    );
  }

  private act(
    holder: RecipientAccess,
    act: (manager: EntityManager, facts: RecipientFacts) => Promise<void>,
  ): Promise<RecipientFacts> {
    return this.database.transaction(async (manager) => {
      const facts = await lockedFacts(manager, holder);
      await act(manager, facts);
      return factsOf(manager, facts.recipient);
    });
  }

  private async note({ id: recipientId }: Recipient, kind: ReadEvent['kind']): Promise<void> {
    await this.database.query(
      `WITH reading AS (
         INSERT INTO readings (recipient_id, kind) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING *
       ) ${keepSeals('readings', 'reading')}`,
      [recipientId, kind],
    );
  }
}

/** No recipient has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

async function readRecipient(manager: EntityManager, holder: RecipientAccess): Promise<Recipient> {
  const where =
    typeof holder === 'string'
      ? { id: (await recipientOf(manager, holder)) ?? NOBODY }
      : { id: holder.recipientId, agencyId: In(holder.agencyIds) };
  return manager.findOneOrFail(Recipient, {
    where,
    relations: { dispatch: { office: true }, agency: true },
  });
}

async function lockedFacts(
  manager: EntityManager,
  holder: RecipientAccess,
): Promise<RecipientFacts> {
  const recipient = await readRecipient(manager, holder);
  await lockRecipient(manager, recipient.id);
  return factsOf(manager, recipient);
}

/** Its acts follow one another. */
export async function lockRecipient(manager: EntityManager, id: string): Promise<void> {
  await manager.findOneOrFail(Recipient, {
    where: { id },
    select: { id: true },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The successor that acknowledges for the recipient; none when the recipient does so itself. */
function actingAgency(
  holder: RecipientAccess,
  { recipient }: RecipientFacts,
  said: Pick<Acknowledge, 'agencyId'> = {},
): string | undefined {
  if (typeof holder === 'string') return said.agencyId;
  return holder.agencyId === recipient.agencyId ? undefined : holder.agencyId;
}

async function acknowledge(
  manager: EntityManager,
  { recipient, fileSha256, acknowledgement, recall, successors }: RecipientFacts,
  how: OwnMethod,
  { name, post, agencyId }: Acknowledge,
): Promise<void> {
  if (acknowledgement) return;
  if (recall) throw recalledViolation();
  if (agencyId !== undefined && !successors.some(({ id }) => id === agencyId)) {
    throw new RuleViolation('not-the-successor');
  }
  await manager.insert(Acknowledgement, {
    recipientId: recipient.id,
    fileSha256,
    how,
    name,
    post,
    agencyId: agencyId ?? null,
  });
  const fact = ['acknowledgements', 'recipient_id', recipient.id] as const;
  await recordAct(manager, recipient, 'acknowledged', { fileSha256, how }, { name, post }, [fact]);
}

const recalledViolation = () =>
  new RuleViolation(
    'recalled',
    'Văn bản đã bị nơi gửi thu hồi. Mở trang của văn bản này để trả lời việc thu hồi.',
  );

/** A recipient has no account: its code stands in the journal, the person's name beside it. */
function recordAct(
  manager: EntityManager,
  { code, dispatchId, dispatch }: Recipient,
  verb: string,
  details: Record<string, unknown>,
  person: { name: string; post: string },
  facts: readonly FactRef[],
): Promise<void> {
  const by = { id: null, officeId: dispatch.officeId };
  return record(manager, by, verb, dispatchId, { recipient: code, ...details }, person, facts);
}
