import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatReportsAreAbout1764000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery_reports ADD COLUMN cause text, ADD COLUMN failed_address text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery_reports DROP COLUMN cause, DROP COLUMN failed_address;
    `);
  }
}
