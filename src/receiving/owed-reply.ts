/**
 * SQL over a row of `recipients` and its row of `standings`: an answer is wanted and not given, and
 * nobody sent the dispatch back or took it back.
 */
export const owesReply = (recipient: string, standing: string): string => `(
  ${recipient}.reply_by IS NOT NULL AND ${standing}.state NOT IN ('refused', 'withdrawn')
  AND NOT EXISTS (SELECT FROM replies WHERE replies.recipient_id = ${recipient}.id)
  AND NOT EXISTS (SELECT FROM recall_requests
                  WHERE recall_requests.recipient_id = ${recipient}.id))`;
