import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PauseRuns1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivery_pauses (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        dispatch_id uuid NOT NULL REFERENCES delivery_runs,
        reason text NOT NULL,
        paused_at timestamptz NOT NULL DEFAULT now(),
        paused_by uuid REFERENCES accounts,
        ended_at timestamptz,
        ended_by uuid REFERENCES accounts
      );
      CREATE UNIQUE INDEX delivery_pauses_open_idx ON delivery_pauses (dispatch_id)
        WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_pauses');
  }
}
