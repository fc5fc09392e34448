import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FlagAddresses1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE address_failures (
        agency_id uuid PRIMARY KEY REFERENCES agencies,
        address text NOT NULL,
        words text NOT NULL,
        status text,
        failed_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE address_failures');
  }
}
