import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time passwords, recovery codes, passkeys, and who somebody is at an OpenID provider. */
export class AddSecondFactors1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totp_secrets (
        account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
        sealed_secret text NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE recovery_codes (
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        code_hash text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, code_hash)
      );

      CREATE TABLE passkeys (
        id text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      );
      CREATE INDEX passkeys_account_id_idx ON passkeys (account_id);

      CREATE TABLE passkey_challenges (
        challenge text PRIMARY KEY,
        account_id uuid REFERENCES accounts ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE openid_identities (
        issuer text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        linked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (issuer, subject),
        UNIQUE (issuer, account_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE openid_identities, passkey_challenges, passkeys, recovery_codes, totp_secrets`,
    );
  }
}
