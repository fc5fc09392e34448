import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import type { DeliveryAttempt } from '../delivery/delivery-attempt.entity.ts';
import type { DeliveryState } from '../delivery/evidence.ts';
import { reasonOf, reasonOfStatus } from '../delivery/reasons.ts';
import { Dispatch, type Urgency } from '../dispatches/dispatch.entity.ts';
import type { Counts, Progress, RecipientFilter, RecipientState } from './tracking.schemas.ts';

export interface RecipientRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  lines: string[];
  address: string | null;
  state: RecipientState;
  late: boolean;
  acknowledgedAt: Date | null;
  /** The latest words of a mail server. */
  lastReply: string | null;
  /** What they mean, when the mail has not arrived. */
  reason: string | null;
  nextAttemptAt: Date | null;
}

interface FoundRow extends Omit<RecipientRow, 'lastReply' | 'reason' | 'nextAttemptAt'> {
  deliveryState: DeliveryState | null;
  dueAt: Date | null;
  last: Pick<DeliveryAttempt, 'outcome' | 'stage' | 'replyCode' | 'reply'> | null;
  report: { status: string | null; diagnostic: string } | null;
}

export interface BoardRow {
  id: string;
  number: number;
  symbol: string;
  issuedOn: string;
  abstract: string;
  urgency: Urgency;
  counts: Counts;
}

export const PAGE_SIZE = 100;
const BOARD_SIZE = 100;

/** One object of counts over rows of the view `recipient_states`; the states always add up to `total`. */
const COUNTS = `json_build_object(
  'acknowledged', count(*) FILTER (WHERE state = 'acknowledged'),
  'delivered', count(*) FILTER (WHERE state = 'delivered'),
  'waiting', count(*) FILTER (WHERE state = 'waiting'),
  'failed', count(*) FILTER (WHERE state = 'failed'),
  'unreachable', count(*) FILTER (WHERE state = 'unreachable'),
  'late', count(*) FILTER (WHERE late),
  'total', count(*))`;

/** Who has it and who has not: everything is derived from the rows of delivery, nothing is stored. */
@Injectable()
export class TrackingService {
  constructor(private readonly database: DataSource) {}

  async progress(by: Account, dispatchId: string): Promise<Progress> {
    await this.requireOwn(by, dispatchId);
    const kinds = await this.database.query<Progress['kinds']>(
      `SELECT kind.code AS kind, kind.name, ${COUNTS} AS counts
       FROM recipient_states JOIN agency_kinds kind ON kind.code = recipient_states.kind
       WHERE dispatch_id = $1
       GROUP BY kind.code ORDER BY kind.position`,
      [dispatchId],
    );
    const [pause] = await this.database.query<{ reason: string }[]>(
      'SELECT reason FROM delivery_pauses WHERE dispatch_id = $1 AND ended_at IS NULL',
      [dispatchId],
    );
    const total = sum(kinds.map(({ counts }) => counts));
    return { total, kinds, pauseReason: pause?.reason ?? null };
  }

  async recipients(
    by: Account,
    dispatchId: string,
    filter: RecipientFilter,
  ): Promise<{ items: RecipientRow[]; total: number }> {
    await this.requireOwn(by, dispatchId);
    const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const where = `recipient.dispatch_id = $1
      AND ($2::text IS NULL OR recipient.state = $2) AND ($3::text IS NULL OR kind = $3)
      AND ($4::boolean IS NULL OR late = $4) AND ($5::text IS NULL OR recipient.name ILIKE $5)`;
    const values = [
      dispatchId,
      filter.state ?? null,
      filter.kind || null,
      filter.late ?? null,
      pattern,
    ];
    const rows = await this.database.query<FoundRow[]>(
      `SELECT recipient.id, recipient.code, recipient.name, kind, lines,
              recipient.address, recipient.state, late, acknowledged_at AS "acknowledgedAt",
              delivery.state AS "deliveryState", delivery.due_at AS "dueAt",
              to_jsonb(last) AS last, to_jsonb(report) AS report
       FROM recipient_states recipient JOIN agency_kinds ON agency_kinds.code = kind
       LEFT JOIN deliveries delivery
         ON delivery.recipient_id = recipient.id AND delivery.channel = 'email'
       LEFT JOIN LATERAL (
         SELECT outcome, stage, reply_code AS "replyCode", reply FROM delivery_attempts
         WHERE delivery_id = delivery.id ORDER BY number DESC LIMIT 1) last ON true
       LEFT JOIN LATERAL (
         SELECT status, diagnostic FROM delivery_reports
         WHERE delivery_id = delivery.id AND reported = 'failed'
         ORDER BY received_at DESC LIMIT 1) report ON true
       WHERE ${where}
       ORDER BY agency_kinds.position, recipient.code
       LIMIT ${PAGE_SIZE} OFFSET $6`,
      [...values, (filter.page - 1) * PAGE_SIZE],
    );
    const items = rows.map(explained);
    const [count] = await this.database.query<{ total: string }[]>(
      `SELECT count(*) AS total FROM recipient_states recipient WHERE ${where}`,
      values,
    );
    return { items, total: Number(count!.total) };
  }

  board(by: Account): Promise<BoardRow[]> {
    return this.database.query(
      `SELECT dispatch.id, number, symbol, issued_on::text AS "issuedOn", abstract, urgency, counts
       FROM (SELECT * FROM dispatches WHERE office_id = $1 AND state = 'issued'
             ORDER BY year DESC, number DESC LIMIT ${BOARD_SIZE}) dispatch,
       LATERAL (SELECT ${COUNTS} AS counts FROM recipient_states
                WHERE dispatch_id = dispatch.id) counted
       ORDER BY year DESC, number DESC`,
      [by.officeId],
    );
  }

  private async requireOwn({ officeId }: Account, id: string): Promise<void> {
    await this.database.manager.findOneOrFail(Dispatch, {
      where: { id, officeId },
      select: { id: true },
    });
  }
}

function explained({ deliveryState, dueAt, last, report, ...row }: FoundRow): RecipientRow {
  const isBounced = deliveryState === 'bounced';
  const refusal = last ? reasonOf(last) : '';
  const bounce =
    reasonOfStatus(report?.status ?? null) ??
    'Máy chủ thư đã nhận, rồi báo lại là không chuyển được tới hộp thư.';
  const lateness = deliveryState === 'expired' ? 'Hết hạn gửi mà chưa gửi được. ' : '';
  return {
    ...row,
    lastReply: isBounced ? (report?.diagnostic ?? null) : (last?.reply ?? null),
    reason: (isBounced ? bounce : lateness + refusal) || null,
    nextAttemptAt: deliveryState === 'waiting' && last ? dueAt : null,
  };
}

function sum(all: Counts[]): Counts {
  const total: Counts = {
    acknowledged: 0,
    delivered: 0,
    waiting: 0,
    failed: 0,
    unreachable: 0,
    late: 0,
    total: 0,
  };
  for (const counts of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  return total;
}
