import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters by which people choose their own password. */
export class InvitePeople1764000000606 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts,
        invited_by uuid NOT NULL REFERENCES accounts,
        token_hash text NOT NULL UNIQUE,
        made_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        channel text NOT NULL DEFAULT 'email',
        address text NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        claimed_by uuid,
        reply text,
        CONSTRAINT invitations_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'failed'))
      );
      CREATE INDEX invitations_account_id_idx ON invitations (account_id);
      CREATE INDEX invitations_due_idx ON invitations (due_at) WHERE state IN ('waiting', 'sending');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invitations');
  }
}
