import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepVersions1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dispatch_versions (
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        revision integer NOT NULL,
        saved_by uuid NOT NULL REFERENCES accounts,
        saved_at timestamptz NOT NULL DEFAULT now(),
        is_automatic boolean NOT NULL DEFAULT false,
        content jsonb NOT NULL,
        PRIMARY KEY (dispatch_id, revision)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dispatch_versions');
  }
}
