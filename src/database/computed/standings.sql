-- `standings` and `reply_standings` follow the facts. A row is also the lock under which two facts
-- about one recipient are counted one after the other. No foreign keys: rows are written by joining
-- what they would refer to, and none is ever deleted.

CREATE OR REPLACE FUNCTION refresh_standings(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  PERFORM FROM standings WHERE recipient_id = ANY (ids) ORDER BY recipient_id FOR UPDATE;
  -- A statement of its own: it sees what those committed who held the rows.
  UPDATE standings SET state = now.state, acknowledge_by = now.acknowledge_by,
                       acknowledged_at = now.acknowledged_at
  FROM recipient_status now
  WHERE now.id = ANY (ids) AND standings.recipient_id = now.id
    AND (standings.state, standings.acknowledge_by, standings.acknowledged_at)
      IS DISTINCT FROM (now.state, now.acknowledge_by, now.acknowledged_at);
END $$;

CREATE OR REPLACE FUNCTION refresh_reply_standings(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  -- The row in `standings` is there before anybody asks for an answer.
  PERFORM FROM standings WHERE recipient_id = ANY (ids) ORDER BY recipient_id FOR UPDATE;
  UPDATE reply_standings SET reply_by = now.reply_by, fate = now.reply
  FROM recipient_status now
  WHERE now.id = ANY (ids) AND reply_standings.recipient_id = now.id
    AND (reply_standings.reply_by, reply_standings.fate) IS DISTINCT FROM (now.reply_by, now.reply);
END $$;

-- A recipient begins. Nobody has said anything yet, so its delivery alone tells; the statement is
-- planned anew each time, for a plan from when the tables were empty would never end.
CREATE OR REPLACE FUNCTION begin_standings() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  EXECUTE $$
    INSERT INTO standings
    SELECT recipient.id, dispatch.office_id, recipient.dispatch_id, recipient.agency_id,
           CASE 'district' WHEN agency.kind THEN agency.id
                           WHEN above.kind THEN above.id
                           WHEN top.kind THEN top.id END,
           recipient.kind, coalesce(issuance.issued_at, now()), recipient.acknowledge_by, NULL,
           coalesce((SELECT standing_of(state) FROM deliveries WHERE recipient_id = recipient.id),
                    'unreachable')
    FROM added recipient
    JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
    LEFT JOIN issuances issuance ON issuance.dispatch_id = recipient.dispatch_id
    JOIN agencies agency ON agency.id = recipient.agency_id
    LEFT JOIN agencies above ON above.id = agency.parent_id
    LEFT JOIN agencies top ON top.id = above.parent_id $$;
  RETURN NULL;
END $body$;
CREATE OR REPLACE TRIGGER standings_begin AFTER INSERT ON recipients
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_standings();

CREATE OR REPLACE FUNCTION begin_reply_standings() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NOT EXISTS (SELECT FROM changed WHERE reply_by IS NOT NULL) THEN RETURN NULL; END IF;
  EXECUTE $$
    INSERT INTO reply_standings
    SELECT recipient.id, dispatch.office_id, recipient.dispatch_id, recipient.agency_id,
           date_trunc('week', coalesce(issued_at, now()) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
           recipient.reply_by, 'owed'
    FROM changed recipient
    JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
    LEFT JOIN issuances ON issuances.dispatch_id = recipient.dispatch_id
    WHERE recipient.reply_by IS NOT NULL
    ON CONFLICT DO NOTHING $$;
  IF TG_OP = 'UPDATE' THEN
    PERFORM refresh_reply_standings(array(SELECT id FROM changed));
  END IF;
  RETURN NULL;
END $body$;
CREATE OR REPLACE TRIGGER standings_reply_begin AFTER INSERT ON recipients
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION begin_reply_standings();
CREATE OR REPLACE TRIGGER standings_reply_change AFTER UPDATE ON recipients
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION begin_reply_standings();

-- A delivery is opened for who has none, whatever else it said; what was written together with its
-- recipient stands already, and nothing outweighs an acknowledgement.
CREATE OR REPLACE FUNCTION reach_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_standings(array(
    SELECT recipient_id FROM changed JOIN standings USING (recipient_id)
    WHERE standings.state NOT IN ('waiting', 'delivered', 'failed', 'acknowledged')));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER standings_reach AFTER INSERT ON deliveries
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_standings();

-- Thousands an hour: what a recipient said outweighs its delivery, so nothing else is looked up.
CREATE OR REPLACE FUNCTION move_standings() RETURNS trigger LANGUAGE plpgsql
  SET plan_cache_mode = force_custom_plan AS $$
DECLARE moved uuid[] := array(
  SELECT changed.recipient_id FROM changed JOIN former USING (id)
  WHERE standing_of(changed.state) <> standing_of(former.state));
BEGIN
  IF moved = '{}' THEN RETURN NULL; END IF;
  PERFORM FROM standings WHERE recipient_id = ANY (moved) ORDER BY recipient_id FOR UPDATE;
  UPDATE standings SET state = standing_of(changed.state)
  FROM changed
  WHERE standings.recipient_id = ANY (moved) AND changed.recipient_id = standings.recipient_id
    AND standings.state IN ('waiting', 'delivered', 'failed');
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER standings_move AFTER UPDATE ON deliveries
  REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION move_standings();

-- Every other fact: the recipients it is about are read again.
CREATE OR REPLACE FUNCTION follow_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'recipients' THEN
    PERFORM refresh_standings(array(SELECT id FROM changed));
  ELSIF TG_TABLE_NAME = 'refusal_answers' THEN
    PERFORM refresh_standings(array(
      SELECT recipient_id FROM refusals JOIN changed ON changed.refusal_id = refusals.id));
  ELSE
    PERFORM refresh_standings(array(SELECT recipient_id FROM changed));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION follow_reply_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'refusal_answers' THEN
    PERFORM refresh_reply_standings(array(
      SELECT recipient_id FROM refusals JOIN changed ON changed.refusal_id = refusals.id));
  ELSE
    PERFORM refresh_reply_standings(array(SELECT recipient_id FROM changed));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER standings_follow AFTER UPDATE ON recipients
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY array['acknowledgements', 'recall_requests', 'refusals', 'refusal_answers'] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER standings_follow AFTER INSERT ON %I
       REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings()', fact);
  END LOOP;
  FOREACH fact IN ARRAY array[
    'acknowledgements', 'recall_requests', 'refusals', 'refusal_answers', 'replies'
  ] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER standings_reply AFTER INSERT ON %I
       REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_reply_standings()', fact);
  END LOOP;
END $$;
