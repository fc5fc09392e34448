import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MoveFiles1764000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE files ALTER COLUMN bytes DROP NOT NULL;
      CREATE INDEX files_here_idx ON files (sha256) WHERE bytes IS NOT NULL;
    `);
  }

  /** Bytes that are in an object store must be brought back first. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX files_here_idx;
      ALTER TABLE files ALTER COLUMN bytes SET NOT NULL;
    `);
  }
}
