import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One person may do several things, one of them may be looking after the others. */
export class SeveralRoles1764000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts ADD roles text[], ADD email text;
      UPDATE accounts SET roles = ARRAY[role];
      ALTER TABLE accounts
        ALTER roles SET NOT NULL,
        DROP role,
        ADD CONSTRAINT accounts_roles_check CHECK (
          cardinality(roles) > 0 AND
          roles <@ ARRAY['drafter', 'signer', 'clerk', 'leader', 'administrator', 'recipient']),
        ADD CONSTRAINT accounts_guests_check CHECK (
          NOT 'recipient' = ANY (roles) OR cardinality(roles) = 1);
    `);
  }

  /** Of several roles the first is kept; an administrator alone becomes a leader, who reads and decides nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts ADD role text;
      UPDATE accounts SET role = coalesce((array_remove(roles, 'administrator'))[1], 'leader');
      ALTER TABLE accounts ALTER role SET NOT NULL, DROP roles, DROP email,
        ADD CONSTRAINT accounts_role_check CHECK (
          role IN ('drafter', 'signer', 'clerk', 'leader', 'recipient'));
    `);
  }
}
