import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Recipient } from '../../delivery/recipient.entity.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { readable, requireReadable } from '../../dispatches/reading/readable.ts';
import { lockDispatch } from '../../dispatches/stored-dispatch.ts';
import { keepFacts } from '../../journal/facts/seal-facts.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { Id } from '../../../platform/web/schema.ts';
import { Recall } from './recall.entity.ts';
import type { RecallCounts, RecallDispatch, RecallFactsOfDispatch } from './recall.schemas.ts';
import { RECALL_STANDING, type RecallStanding } from './recall-standing.ts';
import { settleRecalls } from './settle.ts';

const where = (standing: RecallStanding) =>
  `count(*) FILTER (WHERE standing = '${standing}')::integer AS "${standing}"`;

const COUNTS = `
  SELECT count(*)::integer AS total, ${where('underWay')}, ${where('cancelled')},
         ${where('unanswered')}, ${where('agreed')}, ${where('removed')}, ${where('refused')}
  FROM (SELECT ${RECALL_STANDING} AS standing
        FROM recall_requests request JOIN recalls ON recalls.id = recall_id
        WHERE dispatch_id = $1) counted`;

/** Thu hồi: the office takes back what it has issued (Decree 30/2020/NĐ-CP, art. 18 and Annex VI). */
@Injectable()
export class RecallService {
  private readonly logger = new Logger(RecallService.name);

  constructor(private readonly database: DataSource) {}

  /**
   * From the moment this returns nothing of it is handed out any more; what workers have in their
   * hands ends as sent, and its recipient is asked. Recalling again changes nothing.
   */
  async recall(by: Account, dispatchId: string, input: RecallDispatch): Promise<void> {
    await this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by, dispatchId);
      if (dispatch.state !== 'issued') throw notIssued();
      await takeBack(manager, by, dispatch, input);
    });
    await settleRecalls(this.database).catch((error: Error) => {
      this.logger.warn(`${dispatchId} is recalled, the sweep settles it: ${error.message}`);
    });
  }

  /** A system is told of the recall once more, by the next sweep, at its present URL. */
  async tellAgain(by: Account, dispatchId: string, recipientId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await requireReadable(manager, by, dispatchId);
      const [rows] = await manager.query<[{ name: string }[], number]>(
        `UPDATE recall_notices notice SET state = 'waiting', due_at = now(), address = webhook_url
         FROM recipients recipient JOIN agencies agency ON agency.id = agency_id
         WHERE notice.recipient_id = recipient.id AND notice.channel = 'webhook'
           AND notice.state <> 'sending' AND webhook_url IS NOT NULL
           AND recipient.id = $1 AND recipient.dispatch_id = $2
         RETURNING recipient.name`,
        [recipientId, dispatchId],
      );
      if (!rows[0]) throw nothingToTell();
      const details = { recipient: rows[0].name };
      await record(manager, by, 'webhook-replayed', dispatchId, details, {}, [
        ['recall_notices', 'recipient_id', recipientId],
      ]);
    });
  }

  dispatch(by: Account, id: string): Promise<Dispatch> {
    return this.database.manager.findOneByOrFail(Dispatch, { id: readable(by, id) });
  }

  /** The one of this dispatch a recall is meant for; nobody when the id is none of them. */
  async recipient(dispatchId: string, id: string | undefined): Promise<Recipient | undefined> {
    if (!Id.safeParse(id).success) return undefined;
    const found = await this.database.manager.findOneBy(Recipient, { id: id!, dispatchId });
    return found ?? undefined;
  }

  async ofDispatch(by: Account, id: string): Promise<RecallFactsOfDispatch> {
    const { manager } = this.database;
    await requireReadable(manager, by, id);
    const recalls = await manager.find(Recall, {
      where: { dispatchId: id },
      relations: { recaller: true },
      order: { recalledAt: 'ASC' },
    });
    return {
      recalls: recalls.map(({ recaller, ...recall }) => ({
        ...recall,
        recalledBy: recaller.fullName,
      })),
      counts: await this.counts(id),
    };
  }

  async counts(dispatchId: string): Promise<RecallCounts> {
    const [counts] = await this.database.query<[RecallCounts]>(COUNTS, [dispatchId]);
    return counts;
  }
}

async function takeBack(
  manager: EntityManager,
  by: Account,
  { id: dispatchId }: Dispatch,
  { reason, basis, recipientId }: RecallDispatch,
): Promise<void> {
  const isWhole = recipientId === undefined;
  const [left] = await manager.query<[{ count: number; isRecalled: boolean }]>(
    `SELECT count(*)::integer AS count,
            EXISTS (SELECT FROM recalls WHERE dispatch_id = $1 AND is_whole) AS "isRecalled"
     FROM recipients WHERE dispatch_id = $1 AND id = coalesce($2, id)
       AND NOT EXISTS (SELECT FROM recall_requests WHERE recipient_id = recipients.id)`,
    [dispatchId, recipientId ?? null],
  );
  if (left.isRecalled || (!isWhole && left.count === 0)) return;
  const {
    raw: [{ id: recallId }],
  } = await manager.insert(Recall, { dispatchId, isWhole, reason, basis, recalledBy: by.id });
  await manager.query(
    `INSERT INTO recall_requests (recipient_id, recall_id)
     SELECT id, $2 FROM recipients WHERE dispatch_id = $1 AND id = coalesce($3, id)
       AND NOT EXISTS (SELECT FROM recall_requests WHERE recipient_id = recipients.id)`,
    [dispatchId, recallId, recipientId ?? null],
  );
  const [only] = isWhole
    ? []
    : await manager.query<{ code: string }[]>('SELECT code FROM recipients WHERE id = $1', [
        recipientId,
      ]);
  const details = { recipients: left.count, ...(only && { recipient: only.code }) };
  await record(manager, by, 'recalled', dispatchId, details, {}, [['recalls', 'id', recallId]]);
  await keepFacts(manager, [['recall_requests', 'recall_id', recallId]]);
}

const notIssued = () =>
  new RuleViolation(
    'not-issued',
    'Văn bản chưa phát hành nên không có gì để thu hồi. Trả lại để sửa nếu cần.',
  );

const nothingToTell = () =>
  new RuleViolation(
    'nothing-to-replay',
    'Không phát lại được: đang báo, hoặc cơ quan này không còn dùng webhook. Tải lại trang.',
  );
