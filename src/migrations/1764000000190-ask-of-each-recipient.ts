import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskOfEachRecipient1764000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recipient_lines
        ADD purpose text,
        ADD acknowledge_by timestamptz,
        ADD reply_by timestamptz,
        ADD CONSTRAINT recipient_lines_purpose_check CHECK (purpose IN ('act', 'know', 'file')),
        ADD CONSTRAINT recipient_lines_terms_check CHECK (
          target NOT IN ('reference', 'archive')
          OR num_nonnulls(purpose, acknowledge_by, reply_by) = 0);
      ALTER TABLE recipients
        ADD purpose text,
        ADD reply_by timestamptz,
        ADD CONSTRAINT recipients_purpose_check CHECK (purpose IN ('act', 'know', 'file'));
      CREATE INDEX recipients_purpose_idx ON recipients (dispatch_id, purpose)
        WHERE purpose IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recipients DROP purpose, DROP reply_by;
      ALTER TABLE recipient_lines DROP purpose, DROP acknowledge_by, DROP reply_by;
    `);
  }
}
