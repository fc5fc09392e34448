import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { Clock } from '../../platform/time/clock.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { gapsIn, type Span } from './gaps.ts';
import { lineOf, type EntryRow } from './register-line.ts';
import type { Gap, Period, RegisterLine } from './register.schemas.ts';

/** Of the numbers dated from `$2` to `$3`, for `$4`; a void one shows the text that was to bear it. */
const ENTRIES = `
  SELECT entry.year, entry.number, entry.dated::text, entry.void_reason AS "voidReason",
         NOT may_read(dispatch.reading, dispatch.id, $4) AS "isWithheld",
         dispatch.id AS "dispatchId", dispatch.state, dispatch.urgency,
         coalesce(draft.content ->> 'type', dispatch.type) AS type,
         coalesce(draft.content ->> 'symbol', dispatch.symbol) AS symbol,
         coalesce(draft.content ->> 'abstract', dispatch.abstract) AS abstract,
         signer.full_name AS signer, issued_at AS "issuedAt", recipient_count AS copies,
         (SELECT coalesce(sum(count), 0)::integer FROM dispatch_counts
          WHERE dispatch_id = dispatch.id AND dispatch_counts.state = 'acknowledged'
            AND entry.voided_at IS NULL) AS acknowledged,
         (SELECT coalesce(json_agg(json_build_object(
                    'on', (recalled_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text,
                    'isWhole', is_whole, 'reason', reason) ORDER BY recalled_at), '[]')
          FROM recalls WHERE recalls.dispatch_id = dispatch.id
            AND entry.voided_at IS NULL) AS recalls,
         (SELECT json_build_object('relation', dispatch.relation, 'number', number,
                                   'symbol', symbol, 'issuedOn', issued_on)
          FROM dispatches former WHERE former.id = dispatch.former_id) AS former,
         (SELECT coalesce(json_agg(json_build_object(
                    'relation', relation, 'number', number, 'symbol', symbol,
                    'issuedOn', issued_on) ORDER BY issued_on, number), '[]')
          FROM dispatches follower
          WHERE follower.former_id = dispatch.id AND follower.state = 'issued') AS followers,
         (SELECT coalesce(json_agg(json_build_object('target', target, 'text', text)
                                   ORDER BY section, position), '[]')
          FROM recipient_lines WHERE dispatch_id = dispatch.id) AS lines
  FROM register_entries entry
  JOIN dispatches dispatch ON dispatch.id = entry.dispatch_id
  LEFT JOIN issuances ON issuances.dispatch_id = dispatch.id AND entry.voided_at IS NULL
  LEFT JOIN LATERAL (
    SELECT account.full_name FROM signatures
    JOIN submissions ON submissions.id = submission_id AND returned_at IS NULL
    JOIN accounts account ON account.id = signed_by
    WHERE signatures.dispatch_id = dispatch.id AND entry.voided_at IS NULL LIMIT 1
  ) signer ON true
  LEFT JOIN LATERAL (
    SELECT content FROM dispatch_versions
    WHERE dispatch_versions.dispatch_id = dispatch.id AND entry.voided_at IS NOT NULL
      AND saved_at <= entry.taken_at
    ORDER BY revision DESC LIMIT 1
  ) draft ON true
  WHERE entry.office_id = $1 AND entry.dated BETWEEN $2 AND $3
  ORDER BY entry.year, entry.number`;

/** From the number after those dated earlier to the last before those dated later, or the last one given. */
const SPANS = `
  SELECT year,
         1 + coalesce((SELECT max(number) FROM register_entries entry
                       WHERE entry.office_id = $1 AND entry.year = register.year
                         AND dated < $2), 0) AS first,
         coalesce((SELECT min(number) - 1 FROM register_entries entry
                   WHERE entry.office_id = $1 AND entry.year = register.year
                     AND dated > $3), last_number) AS last
  FROM registers register
  WHERE office_id = $1
    AND year BETWEEN extract(year FROM $2::date) AND extract(year FROM $3::date)
  ORDER BY year`;

export interface RegisterOfPeriod {
  from: string;
  to: string;
  lines: RegisterLine[];
  gaps: Gap[];
}

/** Sổ đăng ký văn bản đi (Decree 30/2020/NĐ-CP, art. 16 and Annex IV), read from what was registered. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async read({ officeId, id }: Account, period: Period): Promise<RegisterOfPeriod> {
    const { from, to } = this.bounds(period);
    // One snapshot: a number taken between two statements would look like a gap.
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const rows = await manager.query<EntryRow[]>(ENTRIES, [officeId, from, to, id]);
      const spans = await manager.query<Span[]>(SPANS, [officeId, from, to]);
      const lines = rows.map(lineOf);
      return { from, to, lines, gaps: gapsIn(spans, lines) };
    });
  }

  /** Turned about when they were typed the wrong way round. */
  private bounds({ from, to }: Period): { from: string; to: string } {
    const year = (from ?? to ?? vietnamDate(this.clock.now())).slice(0, 4);
    const [first, last] = [from ?? `${year}-01-01`, to ?? `${year}-12-31`];
    return first <= last ? { from: first, to: last } : { from: last, to: first };
  }
}
