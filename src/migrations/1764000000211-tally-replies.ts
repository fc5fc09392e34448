import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TallyReplies1764000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATES);
    await runner.query(TALLIES);
    await runner.query(FOLLOWING);
    await runner.query(begunFor('recipients'));
    await runner.query(`SELECT refresh_reply_standings(array(
      SELECT recipient_id FROM reply_standings)), fold_reply_changes()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FOLLOWED) await runner.query(`DROP TRIGGER standings_reply ON ${table}`);
    await runner.query(`
      DROP TRIGGER standings_reply_begin ON recipients;
      DROP TRIGGER standings_reply_change ON recipients;
      DROP FUNCTION begin_reply_standings, follow_reply_standings, refresh_reply_standings,
        fold_reply_changes;
      DROP VIEW reply_counts;
      DROP TABLE reply_standings, reply_changes, reply_tallies;
      DROP FUNCTION count_new_replies, count_changed_replies;
      DROP VIEW reply_states;
    `);
  }
}

/** Tables whose new rows can settle an answer, or bring it back. */
const FOLLOWED = ['replies', 'recall_requests', 'refusals', 'refusal_answers', 'acknowledgements'];

/** What became of each answer that is wanted: `excused` is who sent the dispatch back or from whom it was taken. */
const STATES = `
  CREATE VIEW reply_states AS
    SELECT recipient.id AS recipient_id, recipient.dispatch_id, recipient.agency_id,
           recipient.reply_by,
           CASE WHEN replied_at <= recipient.reply_by THEN 'punctual'
                WHEN replied_at IS NOT NULL THEN 'tardy'
                WHEN stands.state IN ('refused', 'withdrawn')
                  OR EXISTS (SELECT FROM recall_requests
                             WHERE recall_requests.recipient_id = recipient.id) THEN 'excused'
                ELSE 'owed' END AS fate
    FROM recipients recipient
    JOIN recipient_states stands ON stands.id = recipient.id
    LEFT JOIN replies reply ON reply.recipient_id = recipient.id
    WHERE recipient.reply_by IS NOT NULL`;

/** As with standings: a row for each answer that is wanted, changes that are only added, tallies of them. */
const TALLIES = `
  CREATE TABLE reply_standings (
    recipient_id uuid PRIMARY KEY,
    office_id uuid NOT NULL,
    dispatch_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    issued_week date NOT NULL,
    reply_by timestamptz NOT NULL,
    fate text NOT NULL
  ) WITH (fillfactor = 80);
  CREATE INDEX reply_standings_owed_idx ON reply_standings (office_id, reply_by)
    WHERE fate = 'owed';

  CREATE TABLE reply_changes (
    office_id uuid NOT NULL,
    issued_week date NOT NULL,
    dispatch_id uuid NOT NULL,
    reply_by timestamptz NOT NULL,
    fate text NOT NULL,
    change integer NOT NULL
  );
  CREATE INDEX reply_changes_dispatch_id_idx ON reply_changes (dispatch_id);
  CREATE TABLE reply_tallies (
    office_id uuid NOT NULL,
    issued_week date NOT NULL,
    dispatch_id uuid NOT NULL,
    reply_by timestamptz NOT NULL,
    fate text NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (dispatch_id, reply_by, fate)
  );
  CREATE INDEX reply_tallies_issued_week_idx ON reply_tallies (office_id, issued_week);
  CREATE VIEW reply_counts AS
    SELECT office_id, issued_week, dispatch_id, reply_by, fate, count FROM reply_tallies
    UNION ALL
    SELECT office_id, issued_week, dispatch_id, reply_by, fate, change FROM reply_changes;

  CREATE FUNCTION count_new_replies() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countOf({ added: 1 })};
    RETURN NULL;
  END $$;
  CREATE TRIGGER reply_standings_count_new AFTER INSERT ON reply_standings
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_new_replies();
  CREATE FUNCTION count_changed_replies() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${countOf({ added: 1, removed: -1 })};
    RETURN NULL;
  END $$;
  CREATE TRIGGER reply_standings_count_changed AFTER UPDATE ON reply_standings
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_changed_replies();

  CREATE FUNCTION fold_reply_changes() RETURNS bigint LANGUAGE sql AS $$
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
  $$`;

const FOLLOWING = `
  CREATE FUNCTION refresh_reply_standings(ids uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_custom_plan AS $$
  BEGIN
    PERFORM FROM reply_standings WHERE recipient_id = ANY (ids) ORDER BY recipient_id FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    -- A statement of its own: it sees what those committed who held the rows.
    UPDATE reply_standings SET reply_by = now.reply_by, fate = now.fate
    FROM reply_states now
    WHERE now.recipient_id = ANY (ids) AND reply_standings.recipient_id = now.recipient_id
      AND (reply_standings.reply_by, reply_standings.fate) IS DISTINCT FROM (now.reply_by, now.fate);
  END $$;

  CREATE FUNCTION begin_reply_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM changed WHERE reply_by IS NOT NULL) THEN RETURN NULL; END IF;
    -- Planned anew each time: a plan from when the tables were empty would never end.
    EXECUTE '${begunFor('changed').replaceAll("'", "''")}';
    IF TG_OP = 'UPDATE' THEN
      PERFORM refresh_reply_standings(array(SELECT id FROM changed));
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_reply_begin AFTER INSERT ON recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION begin_reply_standings();
  CREATE TRIGGER standings_reply_change AFTER UPDATE ON recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION begin_reply_standings();

  CREATE FUNCTION follow_reply_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME = 'refusal_answers' THEN
      PERFORM refresh_reply_standings(array(
        SELECT recipient_id FROM refusals JOIN changed ON changed.refusal_id = refusals.id));
    ELSE
      PERFORM refresh_reply_standings(array(SELECT recipient_id FROM changed));
    END IF;
    RETURN NULL;
  END $$;
  ${FOLLOWED.map(
    (table) => `CREATE TRIGGER standings_reply AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_reply_standings();`,
  ).join('\n')}`;

/** Owed from the start; `recipients` is the table of those that may want an answer. */
function begunFor(recipients: string): string {
  return `
    INSERT INTO reply_standings
    SELECT recipient.id, dispatch.office_id, recipient.dispatch_id, recipient.agency_id,
           date_trunc('week', coalesce(issued_at, now()) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
           recipient.reply_by, 'owed'
    FROM ${recipients} recipient
    JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
    LEFT JOIN issuances ON issuances.dispatch_id = recipient.dispatch_id
    WHERE recipient.reply_by IS NOT NULL
    ON CONFLICT DO NOTHING`;
}

function countOf(tables: Record<string, number>): string {
  const rows = Object.entries(tables)
    .map(([table, change]) => `SELECT *, ${change} AS change FROM ${table}`)
    .join(' UNION ALL ');
  return `
    INSERT INTO reply_changes
    SELECT office_id, issued_week, dispatch_id, reply_by, fate, sum(change)
    FROM (${rows}) AS counted GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0`;
}
