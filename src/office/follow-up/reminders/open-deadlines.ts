import type { Concern } from './reminder-step.entity.ts';

export interface OpenDeadline {
  concerns: Concern;
  deadline: Date;
  issuedAt: Date;
  recipients: number;
}

/**
 * What the recipients of dispatch `$1` owe, by deadline. Acknowledgements by the tallies: all that `isRemindable` lets
 * through, counted without reading ten thousand rows.
 */
export const OPEN = `
  WITH told AS (
    SELECT acknowledge_by, count(DISTINCT recipient_id) AS count
    FROM entered_acknowledgements JOIN recipient_standings USING (recipient_id)
    WHERE dispatch_id = $1 AND owes_receipt
    GROUP BY acknowledge_by
  ), owing AS (
    SELECT acknowledge_by, sum(count) AS count FROM dispatch_counts
    WHERE dispatch_id = $1 AND owes_receipt
    GROUP BY acknowledge_by
  ), open AS (
    SELECT 'acknowledgement' AS concerns, acknowledge_by AS deadline,
           owing.count - coalesce(told.count, 0) AS count
    FROM owing LEFT JOIN told USING (acknowledge_by)
    UNION ALL
    SELECT 'reply', reply_by, count(*) FROM recipient_standings
    WHERE dispatch_id = $1 AND owes_reply
    GROUP BY reply_by
  )
  SELECT concerns, deadline, issued_at AS "issuedAt", count::integer AS recipients
  FROM open, issuances WHERE dispatch_id = $1 AND count > 0`;
