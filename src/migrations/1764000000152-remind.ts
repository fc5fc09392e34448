import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Remind1764000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agencies ADD COLUMN telephone text;

      CREATE TABLE escalation_contacts (
        office_id uuid NOT NULL REFERENCES offices,
        rung text NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        PRIMARY KEY (office_id, rung),
        CONSTRAINT escalation_contacts_rung_check CHECK (rung IN ('clerk', 'head'))
      );

      CREATE TABLE reminder_steps (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_id uuid NOT NULL REFERENCES offices,
        rung text NOT NULL,
        amount integer NOT NULL,
        unit text NOT NULL,
        counted text NOT NULL,
        set_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT reminder_steps_rung_check
          CHECK (rung IN ('recipient', 'clerk', 'head', 'parent', 'telephone')),
        CONSTRAINT reminder_steps_unit_check CHECK (unit IN ('minutes', 'hours', 'days')),
        CONSTRAINT reminder_steps_counted_check CHECK (counted IN ('working', 'clock'))
      );
      CREATE UNIQUE INDEX reminder_steps_open_idx
        ON reminder_steps (office_id, rung, amount, unit, counted) WHERE ended_at IS NULL;
      INSERT INTO reminder_steps (office_id, rung, amount, unit, counted)
        SELECT id, rung, amount, unit, 'working' FROM offices, (VALUES
          ('recipient', -2, 'hours'), ('recipient', 0, 'hours'), ('clerk', 2, 'hours'),
          ('recipient', 1, 'days'), ('head', 1, 'days'), ('parent', 2, 'days'),
          ('telephone', 3, 'days')) AS step (rung, amount, unit);

      CREATE TABLE reminder_mails (
        id uuid PRIMARY KEY,
        office_id uuid NOT NULL REFERENCES offices,
        dispatch_id uuid NOT NULL REFERENCES delivery_runs,
        step_id uuid NOT NULL REFERENCES reminder_steps,
        name text NOT NULL,
        address text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        reply text,
        CONSTRAINT reminder_mails_state_check
          CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'dropped'))
      );
      CREATE INDEX reminder_mails_due_idx ON reminder_mails (office_id, due_at)
        WHERE state IN ('waiting', 'sending');
      CREATE INDEX reminder_mails_dispatch_id_address_idx
        ON reminder_mails (dispatch_id, address);

      CREATE TABLE reminders (
        recipient_id uuid NOT NULL REFERENCES recipients,
        step_id uuid NOT NULL REFERENCES reminder_steps,
        dispatch_id uuid NOT NULL REFERENCES delivery_runs,
        planned_for timestamptz NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        fate text NOT NULL,
        mail_id uuid REFERENCES reminder_mails,
        PRIMARY KEY (recipient_id, step_id),
        CONSTRAINT reminders_fate_check CHECK (fate IN ('mail', 'call', 'overtaken')
          AND (fate = 'mail') = (mail_id IS NOT NULL))
      );
      CREATE INDEX reminders_dispatch_id_idx ON reminders (dispatch_id);
      CREATE INDEX reminders_mail_id_idx ON reminders (mail_id);
      CREATE INDEX reminders_calls_idx ON reminders (recipient_id) WHERE fate = 'call';
      CREATE TRIGGER reminders_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reminders
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reminders, reminder_mails, reminder_steps, escalation_contacts;
      ALTER TABLE agencies DROP COLUMN telephone;
    `);
  }
}
