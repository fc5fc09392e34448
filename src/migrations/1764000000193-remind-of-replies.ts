import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindOfReplies1764000000193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminder_steps
        ADD concerns text NOT NULL DEFAULT 'acknowledgement',
        ADD CONSTRAINT reminder_steps_concerns_check CHECK (
          concerns IN ('acknowledgement', 'reply')
          AND (concerns = 'acknowledgement' OR rung <> 'telephone'));
      DROP INDEX reminder_steps_open_idx;
      CREATE UNIQUE INDEX reminder_steps_open_idx
        ON reminder_steps (office_id, concerns, rung, amount, unit, counted)
        WHERE ended_at IS NULL;
      INSERT INTO reminder_steps (office_id, concerns, rung, amount, unit, counted)
        SELECT id, 'reply', rung, amount, 'days', 'working' FROM offices, (VALUES
          ('recipient', -1), ('recipient', 0), ('recipient', 1), ('clerk', 1))
          AS step (rung, amount);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminders DISABLE TRIGGER reminders_append_only;
      DELETE FROM reminders USING reminder_steps step
        WHERE step.id = step_id AND concerns = 'reply';
      ALTER TABLE reminders ENABLE TRIGGER reminders_append_only;
      DELETE FROM reminder_mails USING reminder_steps step
        WHERE step.id = step_id AND concerns = 'reply';
      DELETE FROM reminder_steps WHERE concerns = 'reply';
      DROP INDEX reminder_steps_open_idx;
      ALTER TABLE reminder_steps DROP concerns;
      CREATE UNIQUE INDEX reminder_steps_open_idx
        ON reminder_steps (office_id, rung, amount, unit, counted) WHERE ended_at IS NULL;
    `);
  }
}
