import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an office keeps personal data that it may limit. */
export class KeepRetentions1764000000670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retentions (
        office_id uuid PRIMARY KEY REFERENCES offices,
        journal_months integer,
        left_months integer,
        letter_months integer,
        form_months integer,
        carried_out_on date,
        CONSTRAINT retentions_journal_check CHECK (journal_months >= 12)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retentions');
  }
}
