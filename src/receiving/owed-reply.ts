/**
 * SQL over a row of `recipients` and its `state`: an answer is wanted and not given, and nobody sent the
 * dispatch back or took it back. Where `standings` is not joined, the state is looked up row by row: a
 * join would be reckoned with too few rows, since nothing tells the planner who owes.
 */
export const owesReply = (recipient: string, state = stateOf(recipient)): string => `(
  ${recipient}.reply_by IS NOT NULL AND ${state} NOT IN ('refused', 'withdrawn')
  AND NOT EXISTS (SELECT FROM replies WHERE replies.recipient_id = ${recipient}.id)
  AND NOT EXISTS (SELECT FROM recall_requests
                  WHERE recall_requests.recipient_id = ${recipient}.id))`;

const stateOf = (recipient: string) =>
  `(SELECT state FROM standings WHERE standings.recipient_id = ${recipient}.id)`;
