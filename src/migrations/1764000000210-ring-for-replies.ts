import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of calls holds whose answer is late, too: where answers are asked for, three days after. */
export class RingForReplies1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminder_steps
        DROP CONSTRAINT reminder_steps_concerns_check,
        ADD CONSTRAINT reminder_steps_concerns_check
          CHECK (concerns IN ('acknowledgement', 'reply'));
      INSERT INTO reminder_steps (office_id, concerns, rung, amount, unit, counted)
        SELECT DISTINCT office_id, 'reply', 'telephone', 3, 'days', 'working' FROM reminder_steps
        WHERE concerns = 'reply' AND ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reminders DISABLE TRIGGER reminders_append_only;
      DELETE FROM reminders USING reminder_steps step
        WHERE step.id = step_id AND concerns = 'reply' AND rung = 'telephone';
      ALTER TABLE reminders ENABLE TRIGGER reminders_append_only;
      DELETE FROM reminder_steps WHERE concerns = 'reply' AND rung = 'telephone';
      ALTER TABLE reminder_steps
        DROP CONSTRAINT reminder_steps_concerns_check,
        ADD CONSTRAINT reminder_steps_concerns_check CHECK (
          concerns IN ('acknowledgement', 'reply')
          AND (concerns = 'acknowledgement' OR rung <> 'telephone'));
    `);
  }
}
