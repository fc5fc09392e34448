import type { RecipientState } from '../../recipient-words.ts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeliveryAttempt } from '../../delivery/delivery-attempt.entity.ts';
import type { DeliveryReport } from '../../delivery/delivery-report.entity.ts';
import type { DeliveryState } from '../../delivery/attempts/evidence.ts';
import { reasonOf, reasonOfReport } from '../../delivery/attempts/reasons.ts';
import { folded, hasWords } from '../../../platform/text/name-key.ts';
import { inAreaOn } from '../../directory/areas/place-agencies.ts';
import { kindNameOn } from '../../directory/kinds/kind-names.ts';
import type { Terms } from '../../dispatches/terms.ts';
import type { AnswerMethod } from '../../delivery/answer-methods.ts';
import { RECALL_STANDING, type RecallStanding } from '../../recipients/recalls/recall-standing.ts';
import { lateIn } from './counting.ts';
import type { RecipientFilter } from './tracking.schemas.ts';

export interface RecipientRow extends Pick<Terms, 'purpose' | 'replyBy'> {
  id: string;
  code: string;
  name: string;
  kind: string;
  lines: string[];
  address: string | null;
  state: RecipientState;
  late: boolean;
  /** Wanted and not given; late when the time for it is over. */
  reply: 'owed' | 'late' | 'given' | null;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  /** The latest words of a mail server. */
  lastReply: string | null;
  /** What the server's words mean for the clerk, when the mail has not arrived. */
  reason: string | null;
  nextAttemptAt: Date | null;
}

interface FoundRow extends Omit<RecipientRow, 'lastReply' | 'reason' | 'nextAttemptAt'> {
  deliveryState: DeliveryState | null;
  dueAt: Date | null;
  last: Pick<DeliveryAttempt, 'outcome' | 'stage' | 'replyCode' | 'reply' | 'channel'> | null;
  report: Pick<
    DeliveryReport,
    'status' | 'diagnostic' | 'isHard' | 'cause' | 'failedAddress'
  > | null;
}

/** A row of the list that leaves the system. */
export interface ListedRecipient extends RecipientRow {
  kindName: string;
  area: string | null;
  /** Who acknowledged, and how. */
  by: string | null;
  post: string | null;
  how: AnswerMethod | null;
  recall: RecallStanding | null;
  repliedAt: Date | null;
  replyReference: string | null;
}

export const PAGE_SIZE = 100;

const IS_LATE = lateIn('standing');

const REPLIES = {
  owed: 'standing.owes_reply',
  late: 'is_late(standing.owes_reply, standing.reply_by)',
  given: 'standing.has_replied',
};

const REPLY = `
  CASE WHEN ${REPLIES.given} THEN 'given' WHEN ${REPLIES.late} THEN 'late'
       WHEN ${REPLIES.owed} THEN 'owed' END`;

const COLUMNS = `
  recipient.id, recipient.code, recipient.name, recipient.kind, lines,
  delivery.address, standing.state, ${IS_LATE} AS late,
  standing.acknowledge_by AS "acknowledgeBy", standing.acknowledged_at AS "acknowledgedAt",
  recipient.purpose, recipient.reply_by AS "replyBy",
  ${REPLY} AS reply, delivery.state AS "deliveryState",
  CASE WHEN NOT EXISTS (SELECT FROM delivery_pauses pause
                        WHERE pause.dispatch_id = delivery.dispatch_id AND ended_at IS NULL)
       THEN delivery.due_at END AS "dueAt",
  to_jsonb(last) AS last, to_jsonb(report) AS report`;

const MAIL = `
  LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id
  LEFT JOIN LATERAL (
    SELECT outcome, stage, reply_code AS "replyCode", reply, channel FROM delivery_attempts
    WHERE delivery_id = delivery.id AND round = delivery.round ORDER BY number DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (
    SELECT status, diagnostic, is_hard AS "isHard", cause, failed_address AS "failedAddress"
    FROM delivery_reports
    WHERE delivery_id = delivery.id AND round = delivery.round AND reported = 'failed'
    ORDER BY received_at DESC LIMIT 1) report ON true`;

/** Kinds of the office whose dispatch `$1` is, by their names on the day it was issued. */
const KINDS = `
  (SELECT code, position, ${kindNameOn('kinds', 'issued_on')} AS name
   FROM dispatches JOIN agency_kinds kinds ON kinds.office_id = dispatches.office_id
   WHERE dispatches.id = $1) agency_kinds`;

const ROWS = `
  FROM ${KINDS}
  JOIN recipients recipient ON recipient.kind = agency_kinds.code
  JOIN recipient_standings standing ON standing.recipient_id = recipient.id
  ${MAIL}`;

const IN_AREA = inAreaOn('standing.agency_id', '(SELECT issued_on FROM dispatches WHERE id = $1)');

/** Has no place in a folded text. */
const NOTHING = '-';

const ORDER = 'ORDER BY agency_kinds.position, recipient.code';

/** The list behind every number of a dispatch's progress. */
@Injectable()
export class RecipientsService {
  constructor(private readonly database: DataSource) {}

  async list(
    dispatchId: string,
    filter: RecipientFilter,
  ): Promise<{ items: RecipientRow[]; total: number }> {
    const { chosen, counted, values } = conditions(dispatchId, filter);
    const [rows, [count]] = await Promise.all([
      this.database.query<FoundRow[]>(
        // Chosen first, kind by kind in the order of an index, so that the rest is looked up for one page only.
        `SELECT ${COLUMNS} ${ROWS}
         WHERE recipient.id = ANY (ARRAY(
           SELECT id FROM ${KINDS}, LATERAL (
             SELECT recipient.id, code ${chosen} AND recipient.kind = agency_kinds.code
             ORDER BY code LIMIT $${values.length + 1} + ${PAGE_SIZE}) recipient
           ${ORDER} LIMIT ${PAGE_SIZE} OFFSET $${values.length + 1})) ${ORDER}`,
        [...values, (filter.page - 1) * PAGE_SIZE],
      ),
      this.database.query<[{ total: number }]>(
        `SELECT coalesce(${counted}, 0)::integer AS total`,
        values,
      ),
    ]);
    return { items: rows.map(explained), total: count.total };
  }

  /** Everyone the filter lets through, whatever its page. */
  async all(dispatchId: string, filter: RecipientFilter): Promise<ListedRecipient[]> {
    const { chosen, values } = conditions(dispatchId, filter);
    const rows = await this.database.query<(FoundRow & ListedRecipient)[]>(
      `SELECT ${COLUMNS}, agency_kinds.name AS "kindName",
              (SELECT areas.name FROM area_members member JOIN areas ON areas.id = area_id
               WHERE ${IN_AREA}) AS area, acknowledgement.name AS by, acknowledgement.post, acknowledgement.how,
              ${RECALL_STANDING} AS recall, replied_at AS "repliedAt",
              coalesce(reply.reference, reply.note) AS "replyReference"
       ${ROWS}
       LEFT JOIN replies reply ON reply.recipient_id = recipient.id
       LEFT JOIN recall_requests request ON request.recipient_id = recipient.id
       LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id
       WHERE recipient.id IN (SELECT recipient.id ${chosen}) ${ORDER}`,
      values,
    );
    return rows.map(explained);
  }
}

function explained<Row extends FoundRow>(found: Row) {
  const { deliveryState, dueAt, last, report, ...row } = found;
  const isBounced = deliveryState === 'bounced';
  const refusal = last ? reasonOf(last) : '';
  const bounce = report ? reasonOfReport(report, row.address ?? undefined) : '';
  const lateness =
    deliveryState === 'expired' ? 'Hết hạn gửi mà chưa gửi được; khắc phục xong thì gửi lại. ' : '';
  return {
    ...row,
    lastReply:
      (isBounced ? report?.diagnostic : last?.stage === 'address' ? null : last?.reply) ?? null,
    reason: (isBounced ? bounce : lateness + refusal) || null,
    nextAttemptAt: deliveryState === 'waiting' && last ? dueAt : null,
  };
}

/** Only the conditions that are asked for, over only the tables they need: a plan for each question. */
function conditions(dispatchId: string, filter: RecipientFilter) {
  const values: unknown[] = [dispatchId];
  const placed = (condition: (place: string) => string, value: unknown): string[] => {
    if (value === undefined || value === '') return [];
    values.push(value);
    return [condition(`$${values.length}`)];
  };
  const shared = ['dispatch_id = $1', ...placed((place) => `kind = ${place}`, filter.kind)];
  const ofStanding = [
    ...placed((place) => `standing.state = ${place}`, filter.state),
    ...placed((place) => `standing.district_id = ${place}`, filter.district),
    ...placed(
      (place) => `EXISTS (SELECT FROM area_members member WHERE area_id = ${place} AND ${IN_AREA})`,
      filter.area,
    ),
    ...(filter.late === undefined ? [] : [filter.late ? IS_LATE : `NOT ${IS_LATE}`]),
  ];
  const ofReply = filter.reply ? [REPLIES[filter.reply]] : [];
  const ofRecipient = [
    ...placed((place) => `recipient.purpose = ${place}`, filter.purpose),
    ...placed(
      (place) => hasWords(`concat_ws(' / ', recipient.name, recipient.code)`, `${place}::text`),
      filter.q && (folded(filter.q).join(' ') || NOTHING),
    ),
  ];
  const of = (table: string) => shared.map((condition) => `${table}.${condition}`);
  const standings =
    ofStanding.length + ofReply.length > 0
      ? `JOIN recipient_standings standing ON standing.recipient_id = recipient.id AND ${of('standing').join(' AND ')}`
      : '';
  const where = (parts: string[]) => `WHERE ${parts.join(' AND ')}`;
  const chosen = `
    FROM recipients recipient ${standings}
    ${where([...of('recipient'), ...ofStanding, ...ofReply, ...ofRecipient])}`;
  const ofStandings = where([...of('standing'), ...ofStanding, ...ofReply]);
  const isTallied =
    filter.district === undefined &&
    filter.area === undefined &&
    ofReply.length + ofRecipient.length === 0;
  const counted = isTallied
    ? `(SELECT sum(count) FROM dispatch_counts standing ${ofStandings})`
    : ofRecipient.length > 0
      ? `(SELECT count(*) ${chosen})`
      : `(SELECT count(*) FROM recipient_standings standing ${ofStandings})`;
  return { chosen, counted, values };
}
