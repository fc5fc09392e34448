import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckFiles1764000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE files
        ADD checked_at timestamptz NOT NULL DEFAULT now(),
        ADD damaged_at timestamptz;
      CREATE INDEX files_checked_at_idx ON files (checked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE files DROP checked_at, DROP damaged_at');
  }
}
