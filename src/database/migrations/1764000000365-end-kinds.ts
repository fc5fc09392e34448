import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Law 72/2025/QH15: since 1 July 2025 no district, and with it no office of a district, exists. */
export class EndKinds1764000000365 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agency_kinds ADD COLUMN valid_to date;
      UPDATE agency_kinds SET valid_to = '2025-06-30' WHERE code IN ('district', 'culture');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agency_kinds DROP COLUMN valid_to');
  }
}
