-- What a recipient is: its state, whether it owes a receipt or an answer, whether it can be reached.
-- This file is the only place that decides it; every page, mail, list and count selects from here.

-- As far as its delivery alone tells.
CREATE OR REPLACE FUNCTION standing_of(delivery_state text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN delivery_state IN ('accepted', 'delivered') THEN 'delivered'
              WHEN delivery_state IN ('failed', 'bounced', 'expired') THEN 'failed'
              ELSE 'waiting' END;

-- Owes the acknowledgement that everybody owes (Decree 30/2020/NĐ-CP, art. 21).
CREATE OR REPLACE FUNCTION owes_receipt(state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state NOT IN ('acknowledged', 'refused', 'withdrawn');

-- The office knows no way to it.
CREATE OR REPLACE FUNCTION is_unreachable(state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state = 'unreachable';

-- Counts when an agency is judged: it was reached, and it acknowledged or still owes.
CREATE OR REPLACE FUNCTION is_judged(state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state = 'acknowledged' OR owes_receipt(state) AND NOT is_unreachable(state);

-- Of an answer that is wanted: `owed`, given `punctual` or `tardy`, or `excused`; null where none is.
CREATE OR REPLACE FUNCTION owes_reply(reply text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN reply = 'owed';

CREATE OR REPLACE FUNCTION has_replied(reply text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN reply IN ('punctual', 'tardy');

-- What is owed and was not given in time.
CREATE OR REPLACE FUNCTION is_late(
  owes boolean, due timestamptz, at timestamptz DEFAULT now()
) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN owes AND due < at;

-- One row for each frozen recipient, from the facts. What was recalled counts as withdrawn, unless
-- it was acknowledged before; who sent the dispatch back or had it recalled is excused from answering.
CREATE VIEW recipient_status AS
  SELECT stands.*, owes_receipt(state), is_unreachable(state), owes_reply(reply), has_replied(reply)
  FROM (
    SELECT known.*,
           CASE WHEN reply_by IS NULL THEN NULL
                WHEN replied_at <= reply_by THEN 'punctual'
                WHEN replied_at IS NOT NULL THEN 'tardy'
                WHEN is_recalled OR state IN ('refused', 'withdrawn') THEN 'excused'
                ELSE 'owed' END AS reply
    FROM (
      SELECT recipient.*, delivery.address, acknowledgement.acknowledged_at, reply.replied_at,
             recall.recipient_id IS NOT NULL AS is_recalled,
             CASE
               WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
               WHEN recall.recipient_id IS NOT NULL THEN 'withdrawn'
               ELSE coalesce(
                 (SELECT CASE coalesce(answer, 'none')
                           WHEN 'none' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' END
                  FROM refusals LEFT JOIN refusal_answers ON refusal_id = refusals.id
                  WHERE refusals.recipient_id = recipient.id ORDER BY refused_at DESC LIMIT 1),
                 CASE WHEN delivery.id IS NULL THEN 'unreachable'
                      ELSE standing_of(delivery.state) END)
             END AS state
      FROM recipients recipient
      LEFT JOIN deliveries delivery ON delivery.recipient_id = recipient.id
      LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id
      LEFT JOIN recall_requests recall ON recall.recipient_id = recipient.id
      LEFT JOIN replies reply ON reply.recipient_id = recipient.id
    ) known
  ) stands;

-- The same, kept: `standings` and `reply_standings` are copies of rows of `recipient_status` that
-- triggers renew in the transaction of each fact (standings.sql), so that pages need not derive it.
CREATE VIEW recipient_standings AS
  SELECT standing.*, owes_receipt(state), is_unreachable(state),
         answer.reply_by, answer.fate AS reply, owes_reply(answer.fate), has_replied(answer.fate)
  FROM standings standing LEFT JOIN reply_standings answer USING (recipient_id);
