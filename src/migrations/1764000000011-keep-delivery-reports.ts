import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDeliveryReports1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivery_reports (
        sha256 text PRIMARY KEY,
        delivery_id uuid REFERENCES deliveries,
        round integer,
        reported text NOT NULL,
        is_hard boolean NOT NULL,
        status text,
        server text NOT NULL,
        diagnostic text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT delivery_reports_reported_check
          CHECK (reported IN ('delivered', 'relayed', 'delayed', 'failed'))
      );
      CREATE INDEX delivery_reports_delivery_id_idx ON delivery_reports (delivery_id);
      CREATE TRIGGER delivery_reports_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_reports
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_reports');
  }
}
