import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenInboxes1764000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        DROP CONSTRAINT accounts_role_check,
        ADD CONSTRAINT accounts_role_check
          CHECK (role IN ('drafter', 'signer', 'clerk', 'leader', 'recipient')),
        ADD COLUMN closed_at timestamptz;
      CREATE TABLE agency_people (
        account_id uuid PRIMARY KEY REFERENCES accounts,
        agency_id uuid NOT NULL REFERENCES agencies,
        added_by uuid NOT NULL REFERENCES accounts,
        added_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX agency_people_agency_id_idx ON agency_people (agency_id);
      CREATE INDEX recipients_agency_id_idx ON recipients (agency_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX recipients_agency_id_idx;
      DROP TABLE agency_people;
      ALTER TABLE accounts
        DROP COLUMN closed_at,
        DROP CONSTRAINT accounts_role_check,
        ADD CONSTRAINT accounts_role_check
          CHECK (role IN ('drafter', 'signer', 'clerk', 'leader')) NOT VALID;
    `);
  }
}
