import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWritings1764000000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE writings (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        dispatch_id uuid REFERENCES dispatches,
        began_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        typed_at timestamptz NOT NULL DEFAULT now(),
        typed jsonb
      );
      CREATE INDEX writings_account_id_idx ON writings (account_id);
      CREATE INDEX writings_dispatch_id_idx ON writings (dispatch_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE writings');
  }
}
