-- Counts by dispatch, agency and week. Changes are only added, so nobody who acknowledges waits for
-- anybody else; a worker folds them into the tallies now and then. A count is always tallies plus
-- changes, whole in every snapshot.

CREATE VIEW dispatch_counts AS
  SELECT counted.*, owes_receipt(state)
  FROM (SELECT dispatch_id, kind, state, acknowledge_by, is_punctual, count FROM dispatch_tallies
        UNION ALL
        SELECT dispatch_id, kind, state, acknowledge_by, is_punctual, change FROM standing_changes
       ) counted;

CREATE VIEW agency_counts AS
  SELECT office_id, due_week, agency_id, count, punctual FROM agency_tallies
  UNION ALL
  SELECT office_id, due_week, agency_id, change, punctual FROM agency_changes;

-- `minutes` is -1 where nobody has acknowledged.
CREATE VIEW week_counts AS
  SELECT counted.*, owes_receipt(state)
  FROM (SELECT office_id, issued_week, state, acknowledge_by, minutes, is_punctual, count
        FROM week_tallies
        UNION ALL
        SELECT office_id, issued_week, state,
               CASE WHEN minutes IS NULL THEN acknowledge_by ELSE '-infinity' END,
               coalesce(minutes, -1), is_punctual, change
        FROM standing_changes) counted;

CREATE VIEW reply_counts AS
  SELECT counted.*, owes_reply(fate), has_replied(fate)
  FROM (SELECT office_id, issued_week, dispatch_id, reply_by, fate, count FROM reply_tallies
        UNION ALL
        SELECT office_id, issued_week, dispatch_id, reply_by, fate, change FROM reply_changes
       ) counted;

-- To the minute within two hours, to the quarter within a day, to the hour within two weeks.
CREATE OR REPLACE FUNCTION resolved_minutes(minutes integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN minutes < 0 THEN 0
              WHEN minutes < 120 THEN minutes
              WHEN minutes < 1440 THEN minutes / 15 * 15
              WHEN minutes < 20160 THEN minutes / 60 * 60
              ELSE minutes / 1440 * 1440 END;

-- The Monday of a moment's week in Vietnam.
CREATE OR REPLACE FUNCTION week_of(moment timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN date_trunc('week', moment AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- A new row counts once, a changed one leaves what it was; what comes to nothing is not written.
DO $generate$
DECLARE
  variant record;
BEGIN
  FOR variant IN
    VALUES ('new', 'INSERT', 'NEW TABLE AS added', 'SELECT *, 1 AS change FROM added'),
           ('changed', 'UPDATE', 'OLD TABLE AS removed NEW TABLE AS added',
            'SELECT *, 1 AS change FROM added UNION ALL SELECT *, -1 FROM removed')
  LOOP
    EXECUTE format($define$
      CREATE OR REPLACE FUNCTION count_%1$s_standings() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO standing_changes
        SELECT office_id, dispatch_id, kind, state, acknowledge_by, week_of(issued_at),
               resolved_minutes((extract(epoch FROM acknowledged_at - issued_at) / 60)::integer),
               coalesce(acknowledged_at <= acknowledge_by, false), sum(change)
        FROM (%4$s) AS counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(change) <> 0;
        INSERT INTO agency_changes
        SELECT * FROM (
          SELECT office_id, week_of(acknowledge_by), agency_id, sum(change) AS change,
                 coalesce(sum(change) FILTER (WHERE acknowledged_at <= acknowledge_by), 0) AS punctual
          FROM (%4$s) AS counted WHERE is_judged(state) GROUP BY 1, 2, 3) AS changes
        WHERE change <> 0 OR punctual <> 0;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE TRIGGER standings_count_%1$s AFTER %2$s ON standings
        REFERENCING %3$s FOR EACH STATEMENT EXECUTE FUNCTION count_%1$s_standings();

      CREATE OR REPLACE FUNCTION count_%1$s_replies() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO reply_changes
        SELECT office_id, issued_week, dispatch_id, reply_by, fate, sum(change)
        FROM (%4$s) AS counted GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE TRIGGER reply_standings_count_%1$s AFTER %2$s ON reply_standings
        REFERENCING %3$s FOR EACH STATEMENT EXECUTE FUNCTION count_%1$s_replies();
    $define$, variant.column1, variant.column2, variant.column3, variant.column4);
  END LOOP;
END $generate$;

CREATE OR REPLACE FUNCTION fold_standing_changes() RETURNS bigint LANGUAGE sql AS $$
  WITH taken AS (
    DELETE FROM standing_changes RETURNING *
  ), taken_of_agencies AS (
    DELETE FROM agency_changes RETURNING *
  ), of_dispatches AS (
    INSERT INTO dispatch_tallies AS tally
    SELECT dispatch_id, kind, state, acknowledge_by, is_punctual, sum(change)
    FROM taken GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (dispatch_id, kind, state, acknowledge_by, is_punctual)
    DO UPDATE SET count = tally.count + excluded.count
  ), of_agencies AS (
    INSERT INTO agency_tallies AS tally
    SELECT office_id, due_week, agency_id, sum(change), sum(punctual)
    FROM taken_of_agencies GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (office_id, due_week, agency_id)
    DO UPDATE SET count = tally.count + excluded.count,
                  punctual = tally.punctual + excluded.punctual
  ), of_weeks AS (
    INSERT INTO week_tallies AS tally
    SELECT office_id, issued_week, state,
           CASE WHEN minutes IS NULL THEN acknowledge_by ELSE '-infinity' END,
           coalesce(minutes, -1), is_punctual, sum(change)
    FROM taken GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (office_id, issued_week, state, acknowledge_by, minutes, is_punctual)
    DO UPDATE SET count = tally.count + excluded.count
  )
  SELECT count(*) FROM taken
$$;

CREATE OR REPLACE FUNCTION fold_reply_changes() RETURNS bigint LANGUAGE sql AS $$
  WITH taken AS (
    DELETE FROM reply_changes RETURNING *
  ), folded AS (
    INSERT INTO reply_tallies AS tally
    SELECT office_id, issued_week, dispatch_id, reply_by, fate, sum(change)
    FROM taken GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0 ORDER BY 3, 4, 5
    ON CONFLICT (dispatch_id, reply_by, fate)
    DO UPDATE SET count = tally.count + excluded.count
  )
  SELECT count(*) FROM taken
$$;

-- After the definition of a recipient's status has changed: every copy and every count anew.
CREATE OR REPLACE FUNCTION recount_everything() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE standings, reply_standings IN SHARE ROW EXCLUSIVE MODE;
  PERFORM refresh_standings(array(SELECT recipient_id FROM standings)),
          refresh_reply_standings(array(SELECT recipient_id FROM reply_standings));
  DELETE FROM agency_changes;
  DELETE FROM agency_tallies;
  INSERT INTO agency_tallies
  SELECT office_id, week_of(acknowledge_by), agency_id, count(*),
         count(*) FILTER (WHERE acknowledged_at <= acknowledge_by)
  FROM standings WHERE is_judged(state) GROUP BY 1, 2, 3;
  PERFORM fold_standing_changes(), fold_reply_changes();
END $$;
