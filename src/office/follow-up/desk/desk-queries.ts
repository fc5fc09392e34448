import { COUNTS } from '../progress/counting.ts';

export const DAYS = 90;

const FACTS = `dispatch.id, dispatch.number, symbol, type, abstract, urgency, dispatch.state,
  issued_on::text AS "issuedOn"`;

const MOST_URGENT = `array_position('{express,very-urgent,urgent,normal}'::text[], urgency)`;

export const READY = `
  SELECT ${FACTS} FROM dispatches dispatch
  WHERE office_id = $1 AND may_read(reading, dispatch.id, $2)
    AND (dispatch.state = 'signed' OR ($3 AND dispatch.state = 'submitted' AND number IS NULL))
  ORDER BY ${MOST_URGENT}, drafted_at`;

/** Issued lately and not done with. */
export const ISSUED = `
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
