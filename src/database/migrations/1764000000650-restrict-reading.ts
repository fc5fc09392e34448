import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dispatch may be kept to few; whatever was there before stays open to the office. */
export class RestrictReading1764000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispatches
        ADD reading text NOT NULL DEFAULT 'office'
          CONSTRAINT dispatches_reading_check CHECK (reading IN ('office', 'restricted')),
        ADD unit_id uuid REFERENCES units;
      CREATE TABLE dispatch_readers (
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        account_id uuid NOT NULL REFERENCES accounts,
        added_by uuid NOT NULL REFERENCES accounts,
        added_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (dispatch_id, account_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW IF EXISTS restricted_readers;
      DROP TABLE dispatch_readers;
      ALTER TABLE dispatches DROP reading, DROP unit_id;
    `);
  }
}
