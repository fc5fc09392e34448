import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers in which somebody signed in before, and what people must be told about their accounts. */
export class KnowDevices1764000000380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_devices (
        token_hash text NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (token_hash, account_id)
      );
      CREATE INDEX known_devices_account_id_idx ON known_devices (account_id);

      CREATE TABLE account_notices (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        details jsonb NOT NULL,
        seen_at timestamptz
      );
      CREATE INDEX account_notices_account_id_idx ON account_notices (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE account_notices, known_devices`);
  }
}
