import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An area has a last day: from then on nobody lies in it, and what is counted before stays. */
export class EndAreas1764000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE areas ADD COLUMN valid_to date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE areas DROP COLUMN valid_to');
  }
}
