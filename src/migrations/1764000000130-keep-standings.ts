import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepStandings1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW recipient_states`);
    await runner.query(STATES);
    await runner.query(STANDINGS);
    await runner.query(FOLLOWING);
    await runner.query(standingsOf('recipient_states', 'acknowledged_at', 'recipient.state'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FOLLOWED) await runner.query(`DROP TRIGGER standings_follow ON ${table}`);
    await runner.query(`
      DROP TRIGGER standings_follow ON recipients;
      DROP TRIGGER standings_begin ON recipients;
      DROP TRIGGER standings_reach ON deliveries;
      DROP TRIGGER standings_move ON deliveries;
      DROP FUNCTION begin_standings, follow_standings, reach_standings, move_standings,
        refresh_standings;
      DROP TABLE standings;
      DROP INDEX recipients_dispatch_id_kind_code_idx;
      DROP VIEW recipient_states;
      DROP FUNCTION standing_of;
      ${FORMER_STATES}`);
  }
}

/** Tables whose new rows can move a recipient to another state. */
const FOLLOWED = ['acknowledgements', 'refusals', 'refusal_answers'];

const STATES = `
  CREATE FUNCTION standing_of(delivery_state text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN delivery_state IN ('accepted', 'delivered') THEN 'delivered'
                WHEN delivery_state IN ('failed', 'bounced', 'expired') THEN 'failed'
                ELSE 'waiting' END;

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
               CASE WHEN delivery.id IS NULL THEN 'unreachable'
                    ELSE standing_of(delivery.state) END)
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

/** Nobody has said anything yet. */
const NEW_STATE = `
  coalesce((SELECT standing_of(state) FROM deliveries WHERE recipient_id = recipient.id),
           'unreachable')`;

const FOLLOWING = `
  CREATE FUNCTION begin_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Planned anew each time: a plan from when the tables were empty would never end.
    EXECUTE '${standingsOf('added', 'NULL::timestamptz', NEW_STATE).replaceAll("'", "''")}';
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_begin AFTER INSERT ON recipients
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_standings();

  /* What is written together with its recipient stands already. */
  CREATE FUNCTION reach_standings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM refresh_standings(array(
      SELECT recipient_id FROM changed JOIN standings USING (recipient_id)
      WHERE standings.state = 'unreachable'));
    RETURN NULL;
  END $$;
  CREATE TRIGGER standings_reach AFTER INSERT ON deliveries
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reach_standings();

  /* Thousands an hour: what a recipient said outweighs its delivery, so nothing else is looked up. */
  CREATE FUNCTION move_standings() RETURNS trigger LANGUAGE plpgsql
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
  CREATE TRIGGER standings_move AFTER UPDATE ON deliveries
    REFERENCING OLD TABLE AS former NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION move_standings();

  CREATE FUNCTION follow_standings() RETURNS trigger LANGUAGE plpgsql AS $$
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
  CREATE TRIGGER standings_follow AFTER UPDATE ON recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();
  ${FOLLOWED.map(
    (table) => `CREATE TRIGGER standings_follow AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();`,
  ).join('\n')}`;

function standingsOf(recipients: string, acknowledgedAt: string, state: string): string {
  return `
    INSERT INTO standings
    SELECT recipient.id, dispatch.office_id, recipient.dispatch_id, recipient.agency_id,
           CASE 'district' WHEN agency.kind THEN agency.id
                           WHEN above.kind THEN above.id
                           WHEN top.kind THEN top.id END,
           recipient.kind, coalesce(issuance.issued_at, now()), recipient.acknowledge_by,
           ${acknowledgedAt}, ${state}
    FROM ${recipients} recipient
    JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
    LEFT JOIN issuances issuance ON issuance.dispatch_id = recipient.dispatch_id
    JOIN agencies agency ON agency.id = recipient.agency_id
    LEFT JOIN agencies above ON above.id = agency.parent_id
    LEFT JOIN agencies top ON top.id = above.parent_id`;
}

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
