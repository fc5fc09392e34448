import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamTime } from '../../../platform/time/vietnam-time.ts';
import { sendsOf, type Send } from '../../delivery/attempts/sends.ts';
import { sendAnotherLetter } from '../../delivery/outbox/another-letter.ts';
import { DeliveryService } from '../../delivery/outbox/delivery.service.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { requireReadable } from '../../dispatches/reading/readable.ts';
import { keepFile, openFile } from '../../../platform/files/files.ts';
import type { KeptFile } from '../../../platform/files/kept-file.ts';
import type { FactRef } from '../../journal/facts/seal-facts.ts';
import { record } from '../../journal/journal.ts';
import { answerRecall } from '../recalls/answer-recall.ts';
import type { EnterRecallAnswer } from '../recalls/recall.schemas.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { ManualAcknowledgement } from './manual-acknowledgement.entity.ts';
import type { EvidenceFile } from './evidence-upload.ts';
import type { Answer, Enter, EnterReply } from './receiving.schemas.ts';
import { readFactsOf } from './read-facts.ts';
import type { RecipientFacts } from './recipient-facts.ts';
import { Reply } from './reply.entity.ts';
import { keepReply } from './reply.ts';
import { RefusalAnswer } from './refusal-answer.entity.ts';

/** The clerk's side of receiving: what was told by telephone or on paper, and answers to refusals. */
@Injectable()
export class RecipientDeskService {
  constructor(
    private readonly database: DataSource,
    private readonly deliveries: DeliveryService,
  ) {}

  async find(by: Account, id: string): Promise<RecipientFacts> {
    await requireOwn(this.database.manager, by, id);
    return readFactsOf(this.database.manager, id);
  }

  sends({ id }: Pick<Recipient, 'id'>): Promise<Send[]> {
    return sendsOf(this.database.manager, id);
  }

  /** Writes down what somebody said; it counts once a second person has confirmed it. */
  enter(by: Account, id: string, input: Enter, evidence?: EvidenceFile): Promise<RecipientFacts> {
    return this.act(
      by,
      id,
      'entered-acknowledgement',
      async (manager, { acknowledgement, recall }) => {
        if (acknowledgement) throw alreadyAcknowledged();
        if (recall) throw alreadyRecalled();
        if (input.saidAt > new Date()) {
          throw new RuleViolation('not-yet');
        }
        await requireIssuedBefore(manager, id, input.saidAt);
        const { how, saidAt, name, post, note } = input;
        if (note === undefined && !evidence) {
          throw new RuleViolation('no-evidence');
        }
        const { raw } = await manager.insert(ManualAcknowledgement, {
          recipientId: id,
          enteredBy: by.id,
          how,
          saidAt,
          name,
          post,
          note: note ?? null,
          evidenceSha256: evidence && (await keepFile(manager, evidence.bytes, evidence.mediaType)),
        });
        return ['entered_acknowledgements', 'id', raw[0].id];
      },
    );
  }

  /** A second person looks at the evidence and confirms. */
  confirm(by: Account, id: string, enteredId: string): Promise<RecipientFacts> {
    return this.act(by, id, 'confirmed-acknowledgement', async (manager, facts) => {
      if (facts.acknowledgement) return undefined;
      if (facts.recall) throw alreadyRecalled();
      const entered = await manager.findOneByOrFail(ManualAcknowledgement, {
        id: enteredId,
        recipientId: id,
      });
      if (entered.enteredBy === by.id) {
        throw new RuleViolation('same-person');
      }
      const { how, saidAt, name, post, enteredBy } = entered;
      const refusal = facts.openRefusal;
      if (refusal && refusal.refusedAt > saidAt) {
        throw new RuleViolation('refused-since');
      }
      await manager.insert(Acknowledgement, {
        recipientId: id,
        acknowledgedAt: saidAt,
        fileSha256: facts.fileSha256,
        how,
        name,
        post,
        enteredBy,
        confirmedBy: by.id,
      });
      return ['acknowledgements', 'recipient_id', id];
    });
  }

  /** What the office does about an open refusal: sends another letter, or takes the dispatch back. */
  async answer(by: Account, id: string, input: Answer): Promise<RecipientFacts> {
    const { answer, note, address } = input;
    const facts = await this.act(by, id, 'answered-refusal', async (manager, facts) => {
      if (facts.recall) throw alreadyRecalled();
      const refusal = facts.openRefusal;
      if (!refusal) {
        throw new RuleViolation('nothing-refused');
      }
      if (answer === 'resent' && !(await sendAnotherLetter(manager, facts.recipient, address))) {
        throw new RuleViolation('no-address');
      }
      await manager.insert(RefusalAnswer, {
        refusalId: refusal.id,
        answer,
        answeredBy: by.id,
        note: note ?? null,
      });
      return ['refusal_answers', 'refusal_id', refusal.id];
    });
    if (answer === 'resent') await this.deliveries.sweep(facts.recipient.dispatchId);
    return facts;
  }

  /** Writes down an answer that came on paper or by telephone. */
  enterReply(
    by: Account,
    id: string,
    { how, ...input }: EnterReply,
    file?: EvidenceFile,
  ): Promise<RecipientFacts> {
    return this.act(by, id, 'entered-reply', async (manager, facts) => {
      if (!(await keepReply(manager, facts, { how, enteredBy: by.id }, input, file))) {
        throw new RuleViolation('already-replied');
      }
      return ['replies', 'recipient_id', id];
    });
  }

  /** Writes down what a recipient told the office about a recall. */
  enterRecallAnswer(by: Account, id: string, input: EnterRecallAnswer): Promise<RecipientFacts> {
    return this.database.transaction(async (manager) => {
      await requireOwn(manager, by, id);
      const facts = await readFactsOf(manager, id, { lock: 'wait' });
      await answerRecall(manager, facts, { how: input.how, enteredBy: by.id }, input);
      return readFactsOf(manager, id);
    });
  }

  /** A file attached to an entry or to the answer of this recipient. */
  async evidence(by: Account, id: string, sha256: string): Promise<KeptFile> {
    const { manager } = this.database;
    await requireOwn(manager, by, id);
    if (!(await manager.existsBy(Reply, { recipientId: id, fileSha256: sha256 }))) {
      await manager.findOneByOrFail(ManualAcknowledgement, {
        recipientId: id,
        evidenceSha256: sha256,
      });
    }
    return openFile(manager, sha256);
  }

  /** Into the journal with the fact that `act` has written, if any came of it. */
  private act(
    by: Account,
    id: string,
    verb: string,
    act: (manager: EntityManager, facts: RecipientFacts) => Promise<FactRef | undefined>,
  ): Promise<RecipientFacts> {
    return this.database.transaction(async (manager) => {
      await requireOwn(manager, by, id);
      const facts = await readFactsOf(manager, id, { lock: 'wait' });
      const fact = await act(manager, facts);
      const { code, dispatchId } = facts.recipient;
      if (fact) await record(manager, by, verb, dispatchId, { recipient: code }, {}, [fact]);
      return readFactsOf(manager, id);
    });
  }
}

async function requireOwn(manager: EntityManager, by: Account, id: string): Promise<void> {
  const { dispatchId } = await manager.findOneOrFail(Recipient, {
    where: { id },
    select: { id: true, dispatchId: true },
  });
  await requireReadable(manager, by, dispatchId);
}

/** Forms know minutes, so what was said in the minute of issue counts. */
async function requireIssuedBefore(
  manager: EntityManager,
  recipientId: string,
  saidAt: Date,
): Promise<void> {
  const [{ issuedAt }] = await manager.query<[{ issuedAt: Date }]>(
    `SELECT issued_at AS "issuedAt" FROM standings WHERE recipient_id = $1`,
    [recipientId],
  );
  if (+saidAt >= Math.floor(+issuedAt / 60_000) * 60_000) return;
  throw new RuleViolation(
    'before-issue',
    `Văn bản phát hành lúc ${vietnamTime(issuedAt)}, không ai nhận được trước đó. Ghi lại ngày giờ.`,
  );
}

const alreadyAcknowledged = () =>
  new RuleViolation(
    'already-acknowledged',
    'Nơi nhận này đã xác nhận tiếp nhận rồi. Không cần ghi nữa; tải lại trang để xem.',
  );

const alreadyRecalled = () =>
  new RuleViolation('recalled', 'Văn bản đã thu hồi ở nơi nhận này. Ghi câu trả lời thu hồi.');
