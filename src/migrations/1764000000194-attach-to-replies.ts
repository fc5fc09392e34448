import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttachToReplies1764000000194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE replies
        ADD file_sha256 text REFERENCES files,
        DROP CONSTRAINT replies_content_check,
        ADD CONSTRAINT replies_content_check
          CHECK (num_nonnulls(reference, note, file_sha256) > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE replies
        DROP CONSTRAINT replies_content_check,
        DROP file_sha256,
        ADD CONSTRAINT replies_content_check CHECK (num_nonnulls(reference, note) > 0);
    `);
  }
}
