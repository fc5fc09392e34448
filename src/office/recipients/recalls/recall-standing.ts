const said = (answer: string) =>
  `EXISTS (SELECT FROM recall_answers WHERE recipient_id = request.recipient_id
                                        AND answer = '${answer}')`;

/** How far the recall of one recipient is; `underWay` is still being sent. */
export type RecallStanding =
  'underWay' | 'cancelled' | 'unanswered' | 'agreed' | 'removed' | 'refused';

/** SQL over a row `request` of `recall_requests`, null without one. Whoever agreed after refusing has agreed. */
export const RECALL_STANDING = `
  CASE WHEN request.recipient_id IS NULL THEN NULL
       WHEN request.fate IS NULL THEN 'underWay'
       WHEN request.fate = 'cancelled' THEN 'cancelled'
       WHEN ${said('removed')} THEN 'removed'
       WHEN ${said('agreed')} THEN 'agreed'
       WHEN ${said('refused')} THEN 'refused'
       ELSE 'unanswered' END`;
