import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordWhatRecipientsDo1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE acknowledgements
        ADD name text,
        ADD post text,
        ADD how text NOT NULL DEFAULT 'link',
        ADD agency_id uuid REFERENCES agencies,
        ADD entered_by uuid REFERENCES accounts,
        ADD confirmed_by uuid REFERENCES accounts,
        ADD CONSTRAINT acknowledgements_how_check
          CHECK (how IN ('link', 'account', 'telephone', 'paper', 'api')),
        ADD CONSTRAINT acknowledgements_confirmed_check
          CHECK ((how IN ('telephone', 'paper')) = (entered_by IS NOT NULL)
             AND (entered_by IS NULL) = (confirmed_by IS NULL)
             AND entered_by <> confirmed_by);

      CREATE TABLE readings (
        recipient_id uuid NOT NULL REFERENCES recipients,
        kind text NOT NULL,
        first_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (recipient_id, kind),
        CONSTRAINT readings_kind_check CHECK (kind IN ('opened', 'fetched'))
      );

      CREATE TABLE refusals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recipient_id uuid NOT NULL REFERENCES recipients,
        refused_at timestamptz NOT NULL DEFAULT now(),
        file_sha256 text NOT NULL REFERENCES files,
        name text NOT NULL,
        post text NOT NULL,
        how text NOT NULL,
        reason text NOT NULL,
        note text,
        CONSTRAINT refusals_how_check CHECK (how IN ('link', 'account', 'api')),
        CONSTRAINT refusals_reason_check CHECK (
          reason IN ('wrong-addressee', 'unreadable-file', 'invalid-signature', 'duplicate', 'other')
          AND (reason <> 'other' OR note IS NOT NULL))
      );
      CREATE INDEX refusals_recipient_id_idx ON refusals (recipient_id);

      CREATE TABLE refusal_answers (
        refusal_id uuid PRIMARY KEY REFERENCES refusals,
        answer text NOT NULL,
        answered_by uuid NOT NULL REFERENCES accounts,
        answered_at timestamptz NOT NULL DEFAULT now(),
        note text,
        CONSTRAINT refusal_answers_answer_check CHECK (answer IN ('resent', 'withdrawn'))
      );

      CREATE TABLE progress_reports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recipient_id uuid NOT NULL REFERENCES recipients,
        status integer NOT NULL,
        reported_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        post text NOT NULL,
        how text NOT NULL,
        note text,
        CONSTRAINT progress_reports_status_check CHECK (status BETWEEN 4 AND 6),
        CONSTRAINT progress_reports_how_check CHECK (how IN ('link', 'account', 'api'))
      );
      CREATE INDEX progress_reports_recipient_id_idx ON progress_reports (recipient_id);

      CREATE TABLE entered_acknowledgements (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recipient_id uuid NOT NULL REFERENCES recipients,
        entered_by uuid NOT NULL REFERENCES accounts,
        entered_at timestamptz NOT NULL DEFAULT now(),
        how text NOT NULL,
        said_at timestamptz NOT NULL,
        name text NOT NULL,
        post text NOT NULL,
        note text,
        evidence_sha256 text REFERENCES files,
        CONSTRAINT entered_acknowledgements_how_check CHECK (how IN ('telephone', 'paper')),
        CONSTRAINT entered_acknowledgements_evidence_check
          CHECK (num_nonnulls(note, evidence_sha256) > 0)
      );
      CREATE INDEX entered_acknowledgements_recipient_id_idx
        ON entered_acknowledgements (recipient_id);
    `);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE entered_acknowledgements, progress_reports, refusal_answers, refusals, readings;
      ALTER TABLE acknowledgements
        DROP name, DROP post, DROP how, DROP agency_id, DROP entered_by, DROP confirmed_by;
    `);
  }
}

const APPEND_ONLY = [
  'readings',
  'refusals',
  'refusal_answers',
  'progress_reports',
  'entered_acknowledgements',
];
