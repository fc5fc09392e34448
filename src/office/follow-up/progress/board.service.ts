import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { isMemberOn } from '../../directory/areas/place-agencies.ts';
import { kindNameOn } from '../../directory/kinds/kind-names.ts';
import type { Urgency } from '../../dispatches/dispatch.entity.ts';
import type { DocumentType } from '../../../engines/page/document-types.ts';
import { waitingForIssue, type Waiting } from '../../dispatches/waiting-for-issue.ts';
import type { Punctuality } from './board.schemas.ts';
import { COUNTS, LATE } from './counting.ts';
import type { Counts, Replies } from './tracking.schemas.ts';

export interface BoardRow {
  id: string;
  number: number;
  symbol: string;
  type: DocumentType;
  issuedOn: string;
  abstract: string;
  urgency: Urgency;
  counts: Counts;
  replies: Replies;
}

export interface Board extends Omit<Punctuality, 'urgent'> {
  urgent: BoardRow[];
  latest: BoardRow[];
}

export const WEEKS = 12;
const LATEST = 50;
const MOST_LATE = 10;

const REPLY_IS_LATE = 'is_late(owes_reply, reply_by)';
const answers = (condition = 'true') =>
  `coalesce(sum(count) FILTER (WHERE ${condition}), 0)::integer`;

const REPLIES = `json_build_object('wanted', ${answers()},
  'given', ${answers('has_replied')}, 'late', ${answers(REPLY_IS_LATE)})`;

/** `$2`: who looks, so that no line tells of what they may not read; counts are over all. */
const dispatches = (condition: string, order: string, limit: number) => `
  SELECT coalesce(json_agg(line), '[]') FROM (
    SELECT dispatch.id, number, symbol, type, issued_on::text AS "issuedOn", abstract, urgency,
           counts, replies
    FROM (SELECT * FROM dispatches WHERE office_id = $1 AND state = 'issued' AND ${condition}
            AND may_read(reading, id, $2)
          ORDER BY ${order} LIMIT ${limit}) dispatch,
    LATERAL (SELECT ${COUNTS} AS counts FROM dispatch_counts
             WHERE dispatch_id = dispatch.id) counted,
    LATERAL (SELECT ${REPLIES} AS replies FROM reply_counts
             WHERE dispatch_id = dispatch.id) answers
    ORDER BY ${order}) line`;

const LATEST_LINES = dispatches('year IS NOT NULL', 'year DESC, number DESC', LATEST);

/** `$1` the office, `$3` the Monday of this week; the view `week_counts` says -1 where nobody acknowledged. */
const WEEK_ROWS = `
  SELECT issued_week, minutes, sum(count)::integer AS total,
         coalesce(sum(count) FILTER (WHERE is_punctual), 0)::integer AS punctual,
         coalesce(sum(count) FILTER (WHERE minutes < 0 AND ${LATE}), 0)::integer AS late
  FROM week_counts
  WHERE office_id = $1 AND issued_week > $3::date - 7 * ${WEEKS} AND issued_week <= $3::date
  GROUP BY 1, 2 HAVING sum(count) <> 0`;

const KIND = `
  JOIN (SELECT code, position AS place, ${kindNameOn('kinds', '$4::date')} AS kind_name
        FROM agency_kinds kinds WHERE office_id = $1) kinds ON kinds.code = kind`;

/** The whole board in one statement, each part from tallies of its own; `$4` is today. */
export const BOARD = `
  WITH times AS MATERIALIZED (${WEEK_ROWS}),
  ranked AS (
    SELECT issued_week, minutes, total,
           sum(total) OVER (PARTITION BY issued_week ORDER BY minutes) AS upto,
           sum(total) OVER (PARTITION BY issued_week) AS whole
    FROM times WHERE minutes >= 0
  ), over_all AS (
    SELECT minutes, sum(sum(total)) OVER (ORDER BY minutes) AS upto, sum(sum(total)) OVER () AS whole
    FROM times WHERE minutes >= 0 GROUP BY minutes
  ), percentiles AS (
    SELECT issued_week, min(minutes) FILTER (WHERE upto >= 0.5 * whole) AS median,
           min(minutes) FILTER (WHERE upto >= 0.9 * whole) AS ninetieth
    FROM ranked GROUP BY issued_week
  ), issued AS (
    SELECT date_trunc('week', issued_on)::date AS issued_week, count(*)::integer AS dispatches
    FROM dispatches
    WHERE office_id = $1 AND state = 'issued' AND issued_on >= $3::date - 7 * (${WEEKS} - 1)
    GROUP BY 1
  ), counted AS (
    SELECT issued_week, sum(total)::integer AS total, sum(punctual)::integer AS punctual,
           sum(total - punctual) FILTER (WHERE minutes >= 0)::integer AS tardy,
           sum(late)::integer AS late,
           sum(total - late) FILTER (WHERE minutes < 0)::integer AS open
    FROM times GROUP BY issued_week
  ), answers AS (
    SELECT issued_week, ${answers()} AS total, ${answers(`fate = 'punctual'`)} AS punctual,
           ${answers(`fate = 'tardy'`)} AS tardy, ${answers(REPLY_IS_LATE)} AS late
    FROM reply_counts
    WHERE office_id = $1 AND issued_week > $3::date - 7 * ${WEEKS} AND issued_week <= $3::date
    GROUP BY issued_week
  ), weeks AS (
    SELECT week::date::text AS week, coalesce(dispatches, 0) AS dispatches,
           coalesce(counted.total, 0) AS total, coalesce(counted.punctual, 0) AS punctual,
           coalesce(counted.tardy, 0) AS tardy, coalesce(counted.late, 0) AS late,
           coalesce(open, 0) AS open,
           median, ninetieth,
           json_build_object(
             'total', coalesce(answers.total, 0), 'punctual', coalesce(answers.punctual, 0),
             'tardy', coalesce(answers.tardy, 0), 'late', coalesce(answers.late, 0),
             'open', coalesce(answers.total - answers.punctual - answers.tardy - answers.late, 0)
           ) AS replies
    FROM generate_series($3::date - 7 * (${WEEKS} - 1), $3::date, interval '7 days') week
    LEFT JOIN issued ON issued.issued_week = week::date
    LEFT JOIN percentiles ON percentiles.issued_week = week::date
    LEFT JOIN counted ON counted.issued_week = week::date
    LEFT JOIN answers ON answers.issued_week = week::date
    ORDER BY week
  ), owed AS (
    SELECT agency_id, sum(count) AS owed, sum(punctual) AS punctual
    FROM agency_counts
    WHERE office_id = $1 AND due_week > $3::date - 7 * ${WEEKS}
    GROUP BY agency_id
  ), not_due AS (
    SELECT agency_id, count(*) AS open FROM recipient_standings
    WHERE office_id = $1 AND acknowledged_at IS NULL AND acknowledge_by >= now()
      AND owes_receipt AND NOT is_unreachable
    GROUP BY agency_id
  ), due AS MATERIALIZED (
    SELECT agency_id, (owed - coalesce(open, 0))::integer AS owed,
           (owed - coalesce(open, 0) - punctual)::integer AS late
    FROM owed LEFT JOIN not_due USING (agency_id)
  ), most_late AS (
    SELECT * FROM due WHERE late > 0 ORDER BY late DESC, owed LIMIT ${MOST_LATE}
  ), most_silent AS (
    SELECT agency_id, count(*)::integer AS late FROM reply_standings
    WHERE office_id = $1 AND is_late(owes_reply(fate), reply_by) AND reply_by >= $3::date - 7 * (${WEEKS} - 1)
    GROUP BY agency_id ORDER BY late DESC, agency_id LIMIT ${MOST_LATE}
  )
  SELECT (SELECT json_agg(weeks) FROM weeks) AS weeks,
         (SELECT min(minutes) FROM over_all WHERE upto >= 0.5 * whole) AS median,
         (SELECT min(minutes) FROM over_all WHERE upto >= 0.9 * whole) AS ninetieth,
         (SELECT coalesce(json_agg(line), '[]') FROM (
            SELECT agencies.id, name, kind_name AS kind, most_late.owed, late
            FROM most_late JOIN agencies ON agencies.id = agency_id ${KIND}
            ORDER BY late DESC, most_late.owed, name) line) AS agencies,
         (SELECT coalesce(json_agg(line), '[]') FROM (
            SELECT kind, kind_name AS name, sum(owed)::integer AS owed, sum(late)::integer AS late
            FROM due JOIN agencies ON agencies.id = agency_id ${KIND}
            WHERE owed > 0 GROUP BY kind, kind_name, place ORDER BY place) line) AS kinds,
         (SELECT coalesce(json_agg(line), '[]') FROM (
            SELECT areas.id, areas.name, sum(owed)::integer AS owed, sum(late)::integer AS late
            FROM areas JOIN area_members member ON area_id = areas.id AND ${isMemberOn('$4::date')}
            JOIN due USING (agency_id)
            WHERE office_id = $1 AND owed > 0
            GROUP BY areas.id ORDER BY areas.name) line) AS areas,
         (SELECT coalesce(json_agg(line), '[]') FROM (
            SELECT agencies.id, name, kind_name AS kind, late
            FROM most_silent JOIN agencies ON agencies.id = agency_id ${KIND}
            ORDER BY late DESC, name) line) AS silent,
         (${dispatches(
           `issued_on >= $3::date AND urgency <> 'normal'`,
           `array_position('{express,very-urgent,urgent}'::text[], urgency), year DESC, number DESC`,
           20,
         )}) AS urgent,
         (${LATEST_LINES}) AS latest`;

/** How the office's dispatches fare, across all of them. */
@Injectable()
export class BoardService {
  constructor(private readonly database: DataSource) {}

  async board({ officeId, id }: Account, at: Date): Promise<Board> {
    const [board] = await this.database.query<[Board]>(BOARD, [
      officeId,
      id,
      mondayOf(at),
      vietnamDate(at),
    ]);
    return board;
  }

  waiting(by: Account): Promise<Waiting[]> {
    return waitingForIssue(this.database.manager, by);
  }

  async latest({ officeId, id }: Account): Promise<BoardRow[]> {
    const [row] = await this.database.query<[{ latest: BoardRow[] }]>(
      `SELECT (${LATEST_LINES}) AS latest`,
      [officeId, id],
    );
    return row.latest;
  }
}

/** `YYYY-MM-DD` of the Monday before, in Vietnam. */
export function mondayOf(at: Date): string {
  const date = new Date(`${vietnamDate(at)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
