import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that whoever runs the installation has printed, each to open one office. */
export class OpenOfficesByLink1764000000622 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opening_links (
        id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
        token_hash text NOT NULL UNIQUE,
        made_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        office_id uuid REFERENCES offices
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opening_links');
  }
}
