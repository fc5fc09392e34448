import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
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
  lastReply: string | null;
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
    return { total: sum(kinds.map(({ counts }) => counts)), kinds };
  }

  async recipients(
    by: Account,
    dispatchId: string,
    filter: RecipientFilter,
  ): Promise<{ items: RecipientRow[]; total: number }> {
    await this.requireOwn(by, dispatchId);
    const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const where = `dispatch_id = $1
      AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR kind = $3)
      AND ($4::boolean IS NULL OR late = $4) AND ($5::text IS NULL OR recipient.name ILIKE $5)`;
    const values = [
      dispatchId,
      filter.state ?? null,
      filter.kind || null,
      filter.late ?? null,
      pattern,
    ];
    const items = await this.database.query<RecipientRow[]>(
      `SELECT recipient.id, recipient.code, recipient.name, kind, lines,
              address, state, late, acknowledged_at AS "acknowledgedAt",
              (SELECT reply FROM delivery_attempts attempt
               JOIN deliveries delivery ON delivery.id = attempt.delivery_id
               WHERE delivery.recipient_id = recipient.id
               ORDER BY attempt.number DESC LIMIT 1) AS "lastReply"
       FROM recipient_states recipient JOIN agency_kinds ON agency_kinds.code = kind
       WHERE ${where}
       ORDER BY agency_kinds.position, recipient.code
       LIMIT ${PAGE_SIZE} OFFSET $6`,
      [...values, (filter.page - 1) * PAGE_SIZE],
    );
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
