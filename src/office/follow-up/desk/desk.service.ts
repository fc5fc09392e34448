import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import type { DispatchState, Urgency } from '../../dispatches/dispatch.entity.ts';
import type { DocumentType } from '../../../engines/page/document-types.ts';
import { waitingForIssue } from '../../dispatches/waiting-for-issue.ts';
import { COUNTS } from '../progress/counting.ts';
import { RecipientsService, type RecipientRow } from '../progress/recipients.service.ts';
import type { Counts } from '../progress/tracking.schemas.ts';

export const DAYS = 90;
const SHOWN = 3;

export interface DeskDispatch {
  id: string;
  number: number | null;
  symbol: string;
  type: DocumentType;
  abstract: string;
  urgency: Urgency;
  state: DispatchState;
  issuedOn: string | null;
}

interface IssuedRow extends DeskDispatch {
  counts: Counts;
  pauseReason: string | null;
  refusals: { id: string; name: string; reason: string; note: string | null }[];
  told: { id: string; name: string }[];
  /** Recipients that were asked to give it back and have not answered. */
  recallOpen: number;
  /** Recipients whose answer is wanted and late. */
  repliesLate: number;
}

export interface DeskRow extends IssuedRow {
  /** The first of those whose mail has failed, to be mended in place. */
  failed: RecipientRow[];
}

export interface ReadyRow extends DeskDispatch {
  /** Until when it is to be issued; absent before the signature. */
  limit?: Date;
}

export interface Desk {
  /** Signed, or submitted and waiting for a number where numbers come first. */
  ready: ReadyRow[];
  underWay: DeskRow[];
  attention: DeskRow[];
}

const FACTS = `dispatch.id, dispatch.number, symbol, type, abstract, urgency, dispatch.state,
  issued_on::text AS "issuedOn"`;
const MOST_URGENT = `array_position('{express,very-urgent,urgent,normal}'::text[], urgency)`;

const READY = `
  SELECT ${FACTS} FROM dispatches dispatch
  WHERE office_id = $1 AND may_read(reading, dispatch.id, $2)
    AND (dispatch.state = 'signed' OR ($3 AND dispatch.state = 'submitted' AND number IS NULL))
  ORDER BY ${MOST_URGENT}, drafted_at`;

/** Issued lately and not done with. */
const ISSUED = `
  SELECT ${FACTS}, counts, pause.reason AS "pauseReason", refusals, told,
         "recallOpen", "repliesLate"
  FROM dispatches dispatch
  JOIN LATERAL (SELECT ${COUNTS} AS counts FROM dispatch_counts
                WHERE dispatch_id = dispatch.id) counted ON true
  LEFT JOIN delivery_pauses pause ON pause.dispatch_id = dispatch.id AND ended_at IS NULL
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
             'id', recipient.id, 'name', recipient.name, 'reason', last.reason, 'note', last.note)
             ORDER BY recipient.name), '[]') AS refusals
    FROM standings JOIN recipients recipient ON recipient.id = standings.recipient_id
    JOIN LATERAL (SELECT reason, note FROM refusals WHERE recipient_id = recipient.id
                  ORDER BY refused_at DESC LIMIT 1) last ON true
    WHERE standings.dispatch_id = dispatch.id AND standings.state = 'refused') refused
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', recipient.id, 'name', recipient.name)
                             ORDER BY recipient.name), '[]') AS told
    FROM standings JOIN recipients recipient ON recipient.id = standings.recipient_id
    WHERE standings.dispatch_id = dispatch.id AND standings.acknowledged_at IS NULL
      AND EXISTS (SELECT FROM entered_acknowledgements entered
                  WHERE entered.recipient_id = standings.recipient_id)
      AND NOT EXISTS (SELECT FROM recall_requests request
                      WHERE request.recipient_id = standings.recipient_id)) said
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS "recallOpen" FROM recalls
    JOIN recall_requests request ON request.recall_id = recalls.id
    WHERE recalls.dispatch_id = dispatch.id AND fate IS DISTINCT FROM 'cancelled'
      AND NOT EXISTS (SELECT FROM recall_answers answer
                      WHERE answer.recipient_id = request.recipient_id)) recall
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS "repliesLate" FROM recipient_standings standing
    WHERE standing.dispatch_id = dispatch.id AND is_late(owes_reply, reply_by)) answers
  WHERE office_id = $1 AND may_read(reading, dispatch.id, $2)
    AND dispatch.state = 'issued' AND issued_on >= current_date - ${DAYS}
    AND ((counts ->> 'acknowledged')::integer < (counts ->> 'total')::integer OR "repliesLate" > 0)
  ORDER BY ${MOST_URGENT}, issued_on DESC, number DESC`;

/** What waits for the clerk, and what goes on by itself. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
  ) {}

  async read(by: Account, numbersFirst: boolean): Promise<Desk> {
    const known = [by.officeId, by.id];
    const ready = await this.database.query<DeskDispatch[]>(READY, [...known, numbersFirst]);
    const limits = new Map(
      (await waitingForIssue(this.database.manager, by)).map(({ id, limit }) => [id, limit]),
    );
    const issued = await this.database.query<IssuedRow[]>(ISSUED, known);
    const attention = issued.filter(needsSomebody);
    return {
      ready: ready.map((row) => ({ ...row, limit: limits.get(row.id) })),
      underWay: issued
        .filter((row) => row.counts.waiting > 0 && !attention.includes(row))
        .map((row) => ({ ...row, failed: [] })),
      attention: await Promise.all(attention.map((row) => this.withFailed(row))),
    };
  }

  private async withFailed(row: IssuedRow): Promise<DeskRow> {
    if (row.counts.failed === 0) return { ...row, failed: [] };
    const { items } = await this.recipients.list(row.id, { state: 'failed', page: 1 });
    return { ...row, failed: items.slice(0, SHOWN) };
  }
}

const needsSomebody = ({ counts, pauseReason, told, recallOpen, repliesLate }: IssuedRow) =>
  pauseReason !== null ||
  told.length > 0 ||
  recallOpen > 0 ||
  repliesLate > 0 ||
  counts.failed + counts.unreachable + counts.refused + counts.late > 0;
