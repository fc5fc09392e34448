import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that one can list, that rotate and that end; counters of what was tried. Everyone signs in again. */
export class RenewSessions1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sessions;
      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        token_hash text NOT NULL UNIQUE,
        previous_hash text UNIQUE,
        rotated_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        stage text NOT NULL,
        how text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        device text NOT NULL,
        address text NOT NULL,
        CONSTRAINT sessions_stage_check CHECK (stage IN ('complete', 'second-factor', 'enrol')),
        CONSTRAINT sessions_how_check CHECK (how IN ('password', 'passkey', 'openid'))
      );
      CREATE INDEX sessions_account_id_idx ON sessions (account_id);

      CREATE UNLOGGED TABLE tries (
        key text PRIMARY KEY,
        count integer NOT NULL,
        resets_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tries, sessions;
      CREATE TABLE sessions (
        token_hash text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );
    `);
  }
}
