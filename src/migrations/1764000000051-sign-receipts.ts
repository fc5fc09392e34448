import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignReceipts1764000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipts (
        recipient_id uuid PRIMARY KEY REFERENCES acknowledgements,
        made_at timestamptz NOT NULL,
        json_sha256 text NOT NULL REFERENCES files,
        pdf_sha256 text NOT NULL REFERENCES files
      );
      CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipts
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE receipts`);
  }
}
