import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepStandings1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW recipient_states`);
    await runner.query(STATES);
    await runner.query(STANDINGS);
    await runner.query(FOLLOWING);
    await runner.query(`INSERT INTO standings SELECT * FROM first_standings`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FOLLOWED) await runner.query(`DROP TRIGGER standings_follow ON ${table}`);
    await runner.query(`
      DROP TRIGGER standings_follow ON recipients;
      DROP TRIGGER standings_begin ON recipients;
      DROP TRIGGER standings_follow_updates ON deliveries;
      DROP FUNCTION begin_standings, follow_standings, refresh_standings;
      DROP VIEW first_standings;
      DROP TABLE standings;
      DROP INDEX recipients_dispatch_id_kind_code_idx;
      DROP VIEW recipient_states;
      ${FORMER_STATES}`);
  }
}

/** Tables whose new rows can move a recipient to another state. */
const FOLLOWED = ['deliveries', 'acknowledgements', 'refusals', 'refusal_answers'];

const STATES = `
  CREATE VIEW recipient_states AS
    SELECT recipient.*,
           delivery.address,
           acknowledgement.acknowledged_at,
           CASE
             WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
             ELSE coalesce(
               (SELECT CASE coalesce(answer, 'none')
                         WHEN 'none' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' END
                FROM refusals LEFT JOIN refusal_answers ON refusal_id = refusals.id
                WHERE refusals.recipient_id = recipient.id ORDER BY refused_at DESC LIMIT 1),
               CASE
                 WHEN delivery.id IS NULL THEN 'unreachable'
                 WHEN delivery.state IN ('accepted', 'delivered') THEN 'delivered'
                 WHEN delivery.state IN ('failed', 'bounced', 'expired') THEN 'failed'
                 ELSE 'waiting'
               END)
           END AS state
    FROM recipients recipient
    LEFT JOIN deliveries delivery
      ON delivery.recipient_id = recipient.id AND delivery.channel = 'email'
    LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id`;

/**
 * Where each recipient stands: one row of `recipient_states`, kept. The row is also the lock under
 * which two facts about one recipient are counted one after the other. No foreign keys: rows are
 * written by joining what they would refer to, and none is ever deleted.
 */
const STANDINGS = `
  CREATE TABLE standings (
    recipient_id uuid PRIMARY KEY,
    office_id uuid NOT NULL,
    dispatch_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    district_id uuid,
    kind text NOT NULL,
    issued_at timestamptz NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    acknowledged_at timestamptz,
    state text NOT NULL
  ) WITH (fillfactor = 80);
  CREATE INDEX standings_dispatch_id_idx ON standings (dispatch_id);
  CREATE INDEX standings_open_idx ON standings (office_id, acknowledge_by)
    WHERE acknowledged_at IS NULL;
  CREATE INDEX recipients_dispatch_id_kind_code_idx ON recipients (dispatch_id, kind, code);

  CREATE VIEW first_standings AS
    SELECT now.id AS recipient_id, dispatch.office_id, now.dispatch_id, now.agency_id,
           CASE 'district' WHEN agency.kind THEN agency.id
                           WHEN above.kind THEN above.id
                           WHEN top.kind THEN top.id END AS district_id,
           now.kind, coalesce(issuance.issued_at, now()) AS issued_at,
           now.acknowledge_by, now.acknowledged_at, now.state
    FROM recipient_states now
    JOIN dispatches dispatch ON dispatch.id = now.dispatch_id
    LEFT JOIN issuances issuance ON issuance.dispatch_id = now.dispatch_id
    JOIN agencies agency ON agency.id = now.agency_id
    LEFT JOIN agencies above ON above.id = agency.parent_id
    LEFT JOIN agencies top ON top.id = above.parent_id;

  CREATE FUNCTION refresh_standings(ids uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_custom_plan AS $$
  BEGIN
    PERFORM FROM standings WHERE recipient_id = ANY (ids) ORDER BY recipient_id FOR UPDATE;
    -- A statement of its own: it sees what those committed who held the rows.
    UPDATE standings SET state = now.state, acknowledge_by = now.acknowledge_by,
                         acknowledged_at = now.acknowledged_at
    FROM recipient_states now
    WHERE now.id = ANY (ids) AND standings.recipient_id = now.id
      AND (standings.state, standings.acknowledge_by, standings.acknowledged_at)
        IS DISTINCT FROM (now.state, now.acknowledge_by, now.acknowledged_at);
  END $$`;

const FOLLOWING = `
  CREATE FUNCTION begin_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Planned anew each time: a plan from when the tables were empty would never end.
    EXECUTE 'INSERT INTO standings
             SELECT * FROM first_standings WHERE recipient_id IN (SELECT id FROM added)';
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_begin AFTER INSERT ON recipients
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_standings();

  CREATE FUNCTION follow_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME = 'recipients' THEN
      PERFORM refresh_standings(array(SELECT id FROM changed));
    ELSIF TG_TABLE_NAME = 'deliveries' AND TG_OP = 'UPDATE' THEN
      PERFORM refresh_standings(array(
        SELECT changed.recipient_id FROM changed JOIN former USING (id)
        WHERE replace(changed.state, 'sending', 'waiting')
           <> replace(former.state, 'sending', 'waiting')));
    ELSIF TG_TABLE_NAME = 'refusal_answers' THEN
      PERFORM refresh_standings(array(
        SELECT recipient_id FROM refusals JOIN changed ON changed.refusal_id = refusals.id));
    ELSE
      PERFORM refresh_standings(array(SELECT recipient_id FROM changed));
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_follow AFTER UPDATE ON recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();
  CREATE TRIGGER standings_follow_updates AFTER UPDATE ON deliveries
    REFERENCING OLD TABLE AS former NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();
  ${FOLLOWED.map(
    (table) => `CREATE TRIGGER standings_follow AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();`,
  ).join('\n')}`;

const FORMER_STATES = `
  CREATE VIEW recipient_states AS
    SELECT recipient.*,
           delivery.address,
           acknowledgement.acknowledged_at,
           CASE
             WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
             WHEN delivery.id IS NULL THEN 'unreachable'
             WHEN delivery.state IN ('accepted', 'delivered') THEN 'delivered'
             WHEN delivery.state IN ('failed', 'bounced', 'expired') THEN 'failed'
             ELSE 'waiting'
           END AS state,
           acknowledgement.recipient_id IS NULL AND now() > recipient.acknowledge_by AS late
    FROM recipients recipient
    LEFT JOIN deliveries delivery
      ON delivery.recipient_id = recipient.id AND delivery.channel = 'email'
    LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id`;
