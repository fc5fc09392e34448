import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { byName } from '../../../platform/text/name-order.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { isMemberOn } from '../../directory/areas/place-agencies.ts';
import { kindNameOn } from '../../directory/kinds/kind-names.ts';
import { Dispatch, type Reading } from '../../dispatches/dispatch.entity.ts';
import { followersOf, type Relative } from '../../dispatches/followers.ts';
import { markReadable, readable } from '../../dispatches/reading/readable.ts';
import { COUNTS, LATE, sumOf } from './counting.ts';
import { curveOf, type AcknowledgedIn } from './curve.ts';
import type { ProgressFacts } from './tracking.schemas.ts';

/** All that the progress page draws of one dispatch, `$1`, in one statement. */
export const PROGRESS = `
  SELECT (
    SELECT coalesce(json_agg(json_build_object('kind', code, 'name', ${kindNameOn('kinds', 'issued_on')},
                                               'counts', counts)
                             ORDER BY position), '[]')
    FROM (SELECT kind, ${COUNTS} AS counts FROM dispatch_counts
          WHERE dispatch_id = $1 GROUP BY kind HAVING sum(count) > 0) counted
    JOIN dispatches ON dispatches.id = $1
    JOIN agency_kinds kinds ON kinds.office_id = dispatches.office_id AND kinds.code = counted.kind
  ) AS kinds, (
    SELECT json_agg(json_build_object('id', id, 'name', name, 'total', total,
                                      'acknowledged', acknowledged, 'late', late))
    FROM (SELECT district_id, count(*) AS total, count(acknowledged_at) AS acknowledged,
                 count(*) FILTER (WHERE ${LATE}) AS late
          FROM recipient_standings WHERE dispatch_id = $1 AND district_id IS NOT NULL
          GROUP BY district_id) counted
    JOIN agencies ON agencies.id = counted.district_id
  ) AS districts, (
    SELECT json_agg(json_build_object('id', id, 'name', name, 'total', total,
                                      'acknowledged', acknowledged, 'late', late))
    FROM (SELECT area_id, count(*) AS total, count(acknowledged_at) AS acknowledged,
                 count(*) FILTER (WHERE ${LATE}) AS late
          FROM (SELECT agency_id, area_id FROM dispatches
                JOIN areas ON areas.office_id = dispatches.office_id
                JOIN area_members member ON area_id = areas.id AND ${isMemberOn('issued_on')}
                WHERE dispatches.id = $1) placed
          JOIN recipient_standings USING (agency_id)
          WHERE dispatch_id = $1
          GROUP BY area_id) counted
    JOIN areas ON areas.id = counted.area_id
  ) AS areas, (
    SELECT json_agg(json_build_object('minutes', minutes, 'count', count) ORDER BY minutes)
    FROM (SELECT resolved_minutes((extract(epoch FROM acknowledged_at - issued_at) / 60)::integer)
                   AS minutes, count(*) AS count
          FROM standings WHERE dispatch_id = $1 AND acknowledged_at IS NOT NULL
          GROUP BY 1) counted
  ) AS times,
  (SELECT coalesce(json_agg(counted ORDER BY purpose), '[]')
   FROM (SELECT purpose, count(*) AS total FROM recipients
         WHERE dispatch_id = $1 AND purpose IS NOT NULL GROUP BY purpose) counted
  ) AS purposes,
  (SELECT reason FROM delivery_pauses WHERE dispatch_id = $1 AND ended_at IS NULL) AS "pauseReason",
  (SELECT min(acknowledge_by) FROM dispatch_counts WHERE dispatch_id = $1) AS "acknowledgeBy",
  (SELECT issued_at FROM issuances WHERE dispatch_id = $1) AS "issuedAt"`;

const REPLIES = `
  SELECT coalesce(sum(count), 0)::integer AS wanted,
         coalesce(sum(count) FILTER (WHERE has_replied), 0)::integer AS given,
         coalesce(sum(count) FILTER (WHERE is_late(owes_reply, reply_by)), 0)::integer AS late,
         min(reply_by) FILTER (WHERE owes_reply) AS "replyBy"
  FROM (SELECT reply_by, has_replied, owes_reply, sum(count) AS count FROM reply_counts
        WHERE dispatch_id = $1 GROUP BY 1, 2, 3 HAVING sum(count) <> 0) counted`;

/** Who has it and who has not. */
@Injectable()
export class TrackingService {
  constructor(private readonly database: DataSource) {}

  /** The dispatch, if this person may read it; what is told of it comes by its id. */
  find(by: Account, id: string): Promise<Dispatch> {
    return this.database.manager.findOneByOrFail(Dispatch, { id: readable(by, id) });
  }

  async followers(by: Account, dispatchId: string): Promise<Relative[]> {
    const { manager } = this.database;
    return markReadable(manager, by, await followersOf(manager, dispatchId));
  }

  /** Progress, and to whom it may be shown at that moment. */
  async look(id: string): Promise<{ progress: ProgressFacts; reading: Reading }> {
    const progress = await this.progress(id);
    const { reading } = await this.database.manager.findOneOrFail(Dispatch, {
      where: { id },
      select: { id: true, reading: true },
    });
    return { progress, reading };
  }

  async progress(dispatchId: string): Promise<ProgressFacts> {
    const [[row], [replies]] = await Promise.all([
      this.database.query<[ProgressRow]>(PROGRESS, [dispatchId]),
      this.database.query<[ProgressFacts['replies']]>(REPLIES, [dispatchId]),
    ]);
    const { kinds, districts, areas, times, ...facts } = row;
    return {
      total: sumOf(kinds.map(({ counts }) => counts)),
      kinds,
      districts: (districts ?? []).toSorted(mostOpenFirst),
      areas: (areas ?? []).toSorted(mostOpenFirst),
      replies,
      ...facts,
      ...curveOf(times ?? []),
    };
  }
}

interface ProgressRow {
  kinds: ProgressFacts['kinds'];
  districts: ProgressFacts['districts'] | null;
  areas: ProgressFacts['areas'] | null;
  times: AcknowledgedIn[] | null;
  purposes: ProgressFacts['purposes'];
  issuedAt: Date | null;
  acknowledgeBy: Date | null;
  pauseReason: string | null;
}

const open = ({ total, acknowledged }: { total: number; acknowledged: number }) =>
  (total - acknowledged) / total;

/** The districts and areas that still owe most stand first. */
const mostOpenFirst = (
  one: ProgressFacts['districts'][number],
  other: ProgressFacts['districts'][number],
) => open(other) - open(one) || byName(one.name, other.name);
