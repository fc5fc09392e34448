import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TallyStandings1764000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TALLIES);
    await runner.query(COUNTING);
    await runner.query(countOf({ standings: 1 }));
    await runner.query(`SELECT fold_standing_changes()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER standings_count_new ON standings;
      DROP TRIGGER standings_count_changed ON standings;
      DROP VIEW dispatch_counts, agency_counts, week_counts;
      DROP FUNCTION count_new_standings, count_changed_standings, fold_standing_changes,
        resolved_minutes;
      DROP TABLE standing_changes, agency_changes, dispatch_tallies, agency_tallies, week_tallies`);
  }
}

/**
 * Changes are only added, so nobody who acknowledges waits for anybody else; a worker folds them
 * into the tallies now and then. A count is always tallies plus changes, whole in every snapshot.
 */
const TALLIES = `
  CREATE TABLE standing_changes (
    office_id uuid NOT NULL,
    dispatch_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    issued_week date NOT NULL,
    minutes integer,
    is_punctual boolean NOT NULL,
    change integer NOT NULL
  );
  CREATE INDEX standing_changes_dispatch_id_idx ON standing_changes (dispatch_id);
  CREATE TABLE agency_changes (
    office_id uuid NOT NULL,
    due_week date NOT NULL,
    agency_id uuid NOT NULL,
    change integer NOT NULL,
    punctual integer NOT NULL
  );

  CREATE TABLE dispatch_tallies (
    dispatch_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    is_punctual boolean NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (dispatch_id, kind, state, acknowledge_by, is_punctual)
  );
  CREATE TABLE agency_tallies (
    office_id uuid NOT NULL,
    due_week date NOT NULL,
    agency_id uuid NOT NULL,
    count integer NOT NULL,
    punctual integer NOT NULL,
    PRIMARY KEY (office_id, due_week, agency_id)
  );
  CREATE TABLE week_tallies (
    office_id uuid NOT NULL,
    issued_week date NOT NULL,
    state text NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    minutes integer NOT NULL,
    is_punctual boolean NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (office_id, issued_week, state, acknowledge_by, minutes, is_punctual)
  );

  CREATE VIEW dispatch_counts AS
    SELECT dispatch_id, kind, state, acknowledge_by, is_punctual, count FROM dispatch_tallies
    UNION ALL
    SELECT dispatch_id, kind, state, acknowledge_by, is_punctual, change FROM standing_changes;
  CREATE VIEW agency_counts AS
    SELECT office_id, due_week, agency_id, count, punctual FROM agency_tallies
    UNION ALL
    SELECT office_id, due_week, agency_id, change, punctual FROM agency_changes;
  CREATE VIEW week_counts AS
    SELECT office_id, issued_week, state, acknowledge_by, minutes, is_punctual, count
    FROM week_tallies
    UNION ALL
    SELECT office_id, issued_week, state,
           CASE WHEN minutes IS NULL THEN acknowledge_by ELSE '-infinity' END,
           coalesce(minutes, -1), is_punctual, change
    FROM standing_changes`;

const COUNTING = `
  /* To the minute within two hours, to the quarter within a day, to the hour within two weeks. */
  CREATE FUNCTION resolved_minutes(minutes integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN minutes < 0 THEN 0
                WHEN minutes < 120 THEN minutes
                WHEN minutes < 1440 THEN minutes / 15 * 15
                WHEN minutes < 20160 THEN minutes / 60 * 60
                ELSE minutes / 1440 * 1440 END;

  CREATE FUNCTION count_new_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countOf({ added: 1 })};
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_count_new AFTER INSERT ON standings
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_new_standings();

  CREATE FUNCTION count_changed_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countOf({ added: 1, removed: -1 })};
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_count_changed AFTER UPDATE ON standings
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_changed_standings();

  CREATE FUNCTION fold_standing_changes() RETURNS bigint LANGUAGE sql AS $$
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
  $$`;

/** Counts the rows of these tables, each so many times; what comes to nothing is not written. */
function countOf(tables: Record<string, number>): string {
  const rows = Object.entries(tables)
    .map(([table, change]) => `SELECT *, ${change} AS change FROM ${table}`)
    .join(' UNION ALL ');
  const week = (moment: string) =>
    `date_trunc('week', ${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
  return `
    INSERT INTO standing_changes
    SELECT office_id, dispatch_id, kind, state, acknowledge_by, ${week('issued_at')},
           resolved_minutes((extract(epoch FROM acknowledged_at - issued_at) / 60)::integer),
           coalesce(acknowledged_at <= acknowledge_by, false), sum(change)
    FROM (${rows}) AS counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(change) <> 0;
    INSERT INTO agency_changes
    SELECT * FROM (
      SELECT office_id, ${week('acknowledge_by')}, agency_id, sum(change) AS change,
             coalesce(sum(change) FILTER (WHERE acknowledged_at <= acknowledge_by), 0) AS punctual
      FROM (${rows}) AS counted WHERE state NOT IN ('unreachable', 'refused', 'withdrawn')
      GROUP BY 1, 2, 3) AS changes
    WHERE change <> 0 OR punctual <> 0`;
}
