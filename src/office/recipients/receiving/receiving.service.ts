import { Injectable } from '@nestjs/common';
import { DataSource, EntityNotFoundError, In, type EntityManager } from 'typeorm';
import { openFile } from '../../../platform/files/files.ts';
import type { KeptFile } from '../../../platform/files/kept-file.ts';
import { Batched } from '../../../platform/process/batched.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { OwnMethod } from '../../delivery/answer-methods.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import { presence } from '../../journal/person.ts';
import { answerRecall } from '../recalls/answer-recall.ts';
import type { AnswerRecall } from '../recalls/recall.schemas.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { acknowledging, recalledViolation, recordAct, writeAcknowledgements } from './acts.ts';
import type { EvidenceFile } from './evidence-upload.ts';
import { readFacts, readFactsOf, type RecipientAccess } from './read-facts.ts';
import type { ReadEvent } from './read-event.entity.ts';
import type { Refuse, Report } from './receiving.schemas.ts';
import type { RecipientFacts, ToldRecipient } from './recipient-facts.ts';
import { keepReply, recordReply } from './reply.ts';

/** What recipients do with a dispatch; each act is a row, and none is ever changed. */
@Injectable()
export class ReceivingService {
  private readonly notes = new Batched<Pick<ReadEvent, 'recipientId' | 'kind'>, void>(
    async (readings) => {
      await keepReadings(this.database, readings);
      return readings.map(() => Promise.resolve());
    },
  );

  constructor(private readonly database: DataSource) {}

  open(holder: RecipientAccess): Promise<RecipientFacts> {
    return readFacts(this.database.manager, holder);
  }

  /** The same, noting that the link was opened. */
  async read(holder: RecipientAccess): Promise<RecipientFacts> {
    const facts = await this.open(holder);
    const isNoted = facts.readings.some(({ kind }) => kind === 'opened');
    if (!isNoted) await this.note(facts.recipient.id, 'opened');
    return facts;
  }

  async file(holder: RecipientAccess): Promise<{ recipient: ToldRecipient; pdf: KeptFile }> {
    const { manager } = this.database;
    const { recipient, recall, fileSha256 } = await readFacts(manager, holder);
    if (recall) throw recalledViolation();
    return { recipient, pdf: await openFile(manager, fileSha256) };
  }

  /** The file is on its way to them. */
  noteFetched({ id }: ToldRecipient): Promise<void> {
    return this.note(id, 'fetched');
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
      const { fileSha256 } = facts;
      await recordAct(manager, facts.recipient, 'refused', {
        fact: 'refusals',
        row: { file_sha256: fileSha256, how, reason, note: note ?? null, name, post },
        details: { fileSha256, how, reason },
        presence: presence({ name, post }),
      });
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
      if (!facts.acknowledgement) {
        const wish = { holder, how, input: { name, post }, presence: presence({ name, post }) };
        await writeAcknowledgements(manager, [acknowledging(facts, wish)]);
      }
      const { recipient } = facts;
      if (status === 6 && (recipient.replyBy ?? input.reference ?? note ?? file)) {
        const isNew = await keepReply(manager, facts, { how }, input, file);
        if (isNew) await recordReply(manager, recipient, { how, ...input });
      }
      if (facts.reports.some((report) => report.status === status)) return;
      await recordAct(manager, recipient, 'reported', {
        fact: 'progress_reports',
        row: { status, note: note ?? null, name, post, how },
        details: { how, status },
        presence: presence({ name, post }),
      });
    });
  }

  /** To the office that takes the dispatch back: agrees, refuses, has removed the file. */
  answerRecall(
    holder: RecipientAccess,
    how: OwnMethod,
    input: AnswerRecall,
  ): Promise<RecipientFacts> {
    return this.act(holder, (manager, facts) => answerRecall(manager, facts, { how }, input));
  }

  private act(
    holder: RecipientAccess,
    act: (manager: EntityManager, facts: RecipientFacts) => Promise<void>,
  ): Promise<RecipientFacts> {
    return this.database.transaction(async (manager) => {
      const facts = await readFacts(manager, holder, { lock: 'wait' });
      await act(manager, facts);
      return readFactsOf(manager, facts.recipient.id);
    });
  }

  private note(recipientId: string, kind: ReadEvent['kind']): Promise<void> {
    return this.notes.do({ recipientId, kind });
  }
}

/** That links were opened or files fetched, for the first time each. */
async function keepReadings(
  database: DataSource,
  readings: Pick<ReadEvent, 'recipientId' | 'kind'>[],
): Promise<void> {
  await database.query(
    `WITH reading AS (
       INSERT INTO readings (recipient_id, kind)
       SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS noted ORDER BY 1, 2
       ON CONFLICT DO NOTHING RETURNING *
     ) ${keepSeals('readings', 'reading')}`,
    [readings.map(({ recipientId }) => recipientId), readings.map(({ kind }) => kind)],
  );
}
