import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECIPIENT_STATES = (delivered: string, failed: string) => `
  CREATE OR REPLACE VIEW recipient_states AS
    SELECT recipient.*,
           delivery.address,
           acknowledgement.acknowledged_at,
           CASE
             WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
             WHEN delivery.id IS NULL THEN 'unreachable'
             WHEN delivery.state IN (${delivered}) THEN 'delivered'
             WHEN delivery.state IN (${failed}) THEN 'failed'
             ELSE 'waiting'
           END AS state,
           acknowledgement.recipient_id IS NULL AND now() > recipient.acknowledge_by AS late
    FROM recipients recipient
    LEFT JOIN deliveries delivery
      ON delivery.recipient_id = recipient.id AND delivery.channel = 'email'
    LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id;`;

export class DeliverOnEvidence1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deliveries
        ADD COLUMN round integer NOT NULL DEFAULT 1,
        ADD COLUMN earlier_attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN queued_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN claimed_by uuid,
        DROP CONSTRAINT deliveries_dispatch_id_fkey,
        DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check CHECK (state IN
          ('waiting', 'sending', 'expired', 'failed', 'accepted', 'delivered', 'bounced'));

      ALTER TABLE delivery_attempts DISABLE TRIGGER delivery_attempts_append_only;
      ALTER TABLE delivery_attempts
        ADD COLUMN number integer,
        ADD COLUMN round integer NOT NULL DEFAULT 1,
        ADD COLUMN server text NOT NULL DEFAULT '',
        ADD COLUMN stage text NOT NULL DEFAULT 'message';
      UPDATE delivery_attempts SET number = numbered.number
      FROM (SELECT id, row_number() OVER (PARTITION BY delivery_id ORDER BY id) AS number
            FROM delivery_attempts) numbered
      WHERE numbered.id = delivery_attempts.id;
      ALTER TABLE delivery_attempts ENABLE TRIGGER delivery_attempts_append_only;
      DROP INDEX delivery_attempts_delivery_id_idx;
      ALTER TABLE delivery_attempts
        DROP COLUMN id,
        DROP CONSTRAINT delivery_attempts_delivery_id_fkey,
        ADD PRIMARY KEY (delivery_id, number),
        ALTER COLUMN round DROP DEFAULT,
        ALTER COLUMN server DROP DEFAULT,
        ALTER COLUMN stage DROP DEFAULT;

      CREATE TABLE mail_limits (
        office_id uuid NOT NULL REFERENCES offices,
        server text NOT NULL,
        per_minute integer NOT NULL,
        free_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (office_id, server),
        CONSTRAINT mail_limits_per_minute_check CHECK (per_minute > 0)
      );
      ${RECIPIENT_STATES(`'accepted', 'delivered'`, `'failed', 'bounced', 'expired'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_limits;
      ${RECIPIENT_STATES(`'accepted'`, `'failed'`)}
      ALTER TABLE delivery_attempts
        DROP CONSTRAINT delivery_attempts_pkey,
        DROP COLUMN number, DROP COLUMN round, DROP COLUMN server, DROP COLUMN stage,
        ADD FOREIGN KEY (delivery_id) REFERENCES deliveries,
        ADD COLUMN id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY;
      CREATE INDEX delivery_attempts_delivery_id_idx ON delivery_attempts (delivery_id);
      ALTER TABLE deliveries
        ADD FOREIGN KEY (dispatch_id) REFERENCES dispatches,
        DROP COLUMN round, DROP COLUMN earlier_attempts, DROP COLUMN queued_at, DROP COLUMN claimed_by,
        DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check
          CHECK (state IN ('waiting', 'sending', 'accepted', 'failed')) NOT VALID;
    `);
  }
}
