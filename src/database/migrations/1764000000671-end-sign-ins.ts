import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who left by a list while work waits; whose password was told by somebody; a session that first asks for another. */
export class EndSignIns1764000000671 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        ADD sign_in_ended_at timestamptz,
        ADD must_change_password boolean NOT NULL DEFAULT false;
      ALTER TABLE sessions DROP CONSTRAINT sessions_stage_check;
      ALTER TABLE sessions ADD CONSTRAINT sessions_stage_check
        CHECK (stage IN ('complete', 'second-factor', 'enrol', 'new-password'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM sessions WHERE stage = 'new-password';
      ALTER TABLE sessions DROP CONSTRAINT sessions_stage_check;
      ALTER TABLE sessions ADD CONSTRAINT sessions_stage_check
        CHECK (stage IN ('complete', 'second-factor', 'enrol'));
      ALTER TABLE accounts DROP sign_in_ended_at, DROP must_change_password;
    `);
  }
}
