import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offices (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        parent_body text,
        place text NOT NULL
      );

      CREATE TABLE accounts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        username text NOT NULL UNIQUE,
        full_name text NOT NULL,
        post text NOT NULL,
        role text NOT NULL,
        password_hash text NOT NULL,
        CONSTRAINT accounts_role_check CHECK (role IN ('drafter', 'signer', 'clerk', 'leader'))
      );

      CREATE TABLE sessions (
        token_hash text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE mandates (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES accounts,
        capacity text,
        on_behalf_of text,
        post text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT mandates_capacity_check CHECK (
          capacity IN ('TM.', 'Q.', 'KT.', 'TL.', 'TUQ.')
          AND (capacity IN ('TM.', 'KT.', 'TL.', 'TUQ.')) = (on_behalf_of IS NOT NULL)
        )
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mandates, sessions, accounts, offices`);
  }
}
