import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecallDispatches1764000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recalls (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        is_whole boolean NOT NULL,
        reason text NOT NULL,
        basis text NOT NULL,
        recalled_by uuid NOT NULL REFERENCES accounts,
        recalled_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX recalls_dispatch_id_idx ON recalls (dispatch_id);
      CREATE UNIQUE INDEX recalls_whole_idx ON recalls (dispatch_id) WHERE is_whole;
      CREATE TRIGGER recalls_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON recalls
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE recall_requests (
        recipient_id uuid PRIMARY KEY REFERENCES recipients,
        recall_id uuid NOT NULL REFERENCES recalls,
        fate text,
        decided_at timestamptz,
        CONSTRAINT recall_requests_fate_check CHECK (fate IN ('cancelled', 'asked')),
        CONSTRAINT recall_requests_decided_check CHECK ((fate IS NULL) = (decided_at IS NULL))
      );
      CREATE INDEX recall_requests_recall_id_idx ON recall_requests (recall_id);
      CREATE INDEX recall_requests_open_idx ON recall_requests (recall_id) WHERE fate IS NULL;

      CREATE TABLE recall_answers (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recipient_id uuid NOT NULL REFERENCES recipients,
        answer text NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        post text NOT NULL,
        how text NOT NULL,
        note text,
        entered_by uuid REFERENCES accounts,
        UNIQUE (recipient_id, answer),
        CONSTRAINT recall_answers_answer_check CHECK (answer IN ('agreed', 'refused', 'removed')),
        CONSTRAINT recall_answers_how_check CHECK (how IN ('link', 'account', 'telephone', 'paper', 'api')),
        CONSTRAINT recall_answers_entered_check CHECK (
          (how IN ('telephone', 'paper')) = (entered_by IS NOT NULL)
          AND (answer <> 'refused' OR note IS NOT NULL))
      );
      CREATE TRIGGER recall_answers_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON recall_answers
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE recall_notices (
        recipient_id uuid PRIMARY KEY REFERENCES recipients,
        message_id uuid NOT NULL,
        address text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        reply text,
        CONSTRAINT recall_notices_state_check
          CHECK (state IN ('waiting', 'sending', 'sent', 'failed'))
      );
      CREATE INDEX recall_notices_due_idx ON recall_notices (due_at)
        WHERE state IN ('waiting', 'sending');

      ALTER TABLE deliveries
        ADD recalled_at timestamptz,
        DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check CHECK (state IN
          ('waiting', 'sending', 'expired', 'failed', 'cancelled', 'accepted', 'delivered', 'bounced'));

      ${states(`WHEN EXISTS (SELECT FROM recall_requests
                             WHERE recall_requests.recipient_id = recipient.id) THEN 'withdrawn'`)}
      CREATE TRIGGER standings_follow AFTER INSERT ON recall_requests
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_standings();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER standings_follow ON recall_requests;
      ${states('')}
      UPDATE deliveries SET state = 'failed' WHERE state = 'cancelled';
      ALTER TABLE deliveries
        DROP recalled_at,
        DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check CHECK (state IN
          ('waiting', 'sending', 'expired', 'failed', 'accepted', 'delivered', 'bounced'));
      DROP TABLE recall_notices, recall_answers, recall_requests, recalls;
    `);
  }
}

/** What was recalled counts as withdrawn: nobody owes an acknowledgement of it any more. */
const states = (recalled: string) => `
  CREATE OR REPLACE VIEW recipient_states AS
    SELECT recipient.*,
           delivery.address,
           acknowledgement.acknowledged_at,
           CASE
             WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
             ${recalled}
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
    LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id;`;
