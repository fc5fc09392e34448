import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelivery1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registers (
        office_id uuid NOT NULL REFERENCES offices,
        year integer NOT NULL,
        last_number integer NOT NULL,
        PRIMARY KEY (office_id, year)
      );

      CREATE TABLE issuances (
        dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
        issued_by uuid NOT NULL REFERENCES accounts,
        issued_at timestamptz NOT NULL,
        recipient_count integer NOT NULL,
        file_sha256 text REFERENCES files
      );
      CREATE INDEX issuances_unfinished_idx ON issuances (issued_at) WHERE file_sha256 IS NULL;

      CREATE TABLE recipients (
        id uuid PRIMARY KEY,
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        agency_id uuid NOT NULL REFERENCES agencies,
        code text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL REFERENCES agency_kinds,
        lines text[] NOT NULL,
        acknowledge_by timestamptz NOT NULL,
        token_hash text NOT NULL UNIQUE,
        UNIQUE (dispatch_id, agency_id)
      );

      CREATE TABLE delivery_runs (
        dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
        file_sha256 text NOT NULL REFERENCES files,
        priority integer NOT NULL
      );

      CREATE TABLE deliveries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recipient_id uuid NOT NULL REFERENCES recipients,
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        channel text NOT NULL,
        address text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (recipient_id, channel),
        CONSTRAINT deliveries_channel_check CHECK (channel IN ('email')),
        CONSTRAINT deliveries_state_check
          CHECK (state IN ('waiting', 'sending', 'accepted', 'failed'))
      );
      CREATE INDEX deliveries_due_idx ON deliveries (dispatch_id, due_at)
        WHERE state IN ('waiting', 'sending');

      CREATE TABLE delivery_attempts (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        delivery_id uuid NOT NULL REFERENCES deliveries,
        address text NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        outcome text NOT NULL,
        reply_code integer,
        reply text NOT NULL,
        CONSTRAINT delivery_attempts_outcome_check
          CHECK (outcome IN ('accepted', 'temporary', 'permanent'))
      );
      CREATE INDEX delivery_attempts_delivery_id_idx ON delivery_attempts (delivery_id);

      CREATE TABLE acknowledgements (
        recipient_id uuid PRIMARY KEY REFERENCES recipients,
        acknowledged_at timestamptz NOT NULL DEFAULT now(),
        file_sha256 text NOT NULL REFERENCES files
      );

      CREATE VIEW recipient_states AS
        SELECT recipient.*,
               delivery.address,
               acknowledgement.acknowledged_at,
               CASE
                 WHEN acknowledgement.recipient_id IS NOT NULL THEN 'acknowledged'
                 WHEN delivery.id IS NULL THEN 'unreachable'
                 WHEN delivery.state = 'accepted' THEN 'delivered'
                 WHEN delivery.state = 'failed' THEN 'failed'
                 ELSE 'waiting'
               END AS state,
               acknowledgement.recipient_id IS NULL AND now() > recipient.acknowledge_by AS late
        FROM recipients recipient
        LEFT JOIN deliveries delivery
          ON delivery.recipient_id = recipient.id AND delivery.channel = 'email'
        LEFT JOIN acknowledgements acknowledgement ON acknowledgement.recipient_id = recipient.id;

      CREATE TRIGGER delivery_attempts_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_attempts
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER acknowledgements_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON acknowledgements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP VIEW recipient_states;
       DROP TABLE acknowledgements, delivery_attempts, deliveries, delivery_runs, recipients,
         issuances, registers`,
    );
  }
}
