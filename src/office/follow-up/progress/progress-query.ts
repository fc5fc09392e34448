import { isMemberOn } from '../../directory/areas/place-agencies.ts';
import { kindNameOn } from '../../directory/kinds/kind-names.ts';
import { COUNTS, LATE } from './counting.ts';
import type { AcknowledgedIn } from './curve.ts';
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

export const REPLIES = `
  SELECT coalesce(sum(count), 0)::integer AS wanted,
         coalesce(sum(count) FILTER (WHERE has_replied), 0)::integer AS given,
         coalesce(sum(count) FILTER (WHERE is_late(owes_reply, reply_by)), 0)::integer AS late,
         min(reply_by) FILTER (WHERE owes_reply) AS "replyBy"
  FROM (SELECT reply_by, has_replied, owes_reply, sum(count) AS count FROM reply_counts
        WHERE dispatch_id = $1 GROUP BY 1, 2, 3 HAVING sum(count) <> 0) counted`;

export interface ProgressRow {
  kinds: ProgressFacts['kinds'];
  districts: ProgressFacts['districts'] | null;
  areas: ProgressFacts['areas'] | null;
  times: AcknowledgedIn[] | null;
  purposes: ProgressFacts['purposes'];
  issuedAt: Date | null;
  acknowledgeBy: Date | null;
  pauseReason: string | null;
}
