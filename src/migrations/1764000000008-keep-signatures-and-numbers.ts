import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A signature for each submission, every number that was ever taken, the file with the archive timestamp. */
export class KeepSignaturesAndNumbers1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signatures ADD submission_id uuid REFERENCES submissions;
      UPDATE signatures SET submission_id = (
        SELECT id FROM submissions WHERE dispatch_id = signatures.dispatch_id
        ORDER BY submitted_at DESC LIMIT 1);
      ALTER TABLE signatures
        DROP CONSTRAINT signatures_pkey,
        ADD PRIMARY KEY (submission_id);
      CREATE INDEX signatures_dispatch_id_idx ON signatures (dispatch_id);

      ALTER TABLE dispatches
        DROP CONSTRAINT dispatches_number_check,
        ADD CONSTRAINT dispatches_number_check CHECK (
          CASE WHEN state = 'issued' THEN num_nonnulls(number, year, issued_on) = 3
               WHEN state IN ('submitted', 'signed') THEN num_nonnulls(number, year, issued_on) IN (0, 3)
               ELSE num_nonnulls(number, year, issued_on) = 0 END);

      CREATE TABLE register_entries (
        office_id uuid NOT NULL REFERENCES offices,
        year integer NOT NULL,
        number integer NOT NULL,
        dispatch_id uuid NOT NULL REFERENCES dispatches,
        dated date NOT NULL,
        taken_by uuid NOT NULL REFERENCES accounts,
        taken_at timestamptz NOT NULL,
        voided_by uuid REFERENCES accounts,
        voided_at timestamptz,
        void_reason text,
        PRIMARY KEY (office_id, year, number),
        CONSTRAINT register_entries_void_check
          CHECK (num_nonnulls(voided_by, voided_at, void_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX register_entries_dispatch_id_idx ON register_entries (dispatch_id)
        WHERE voided_at IS NULL;
      INSERT INTO register_entries
        (office_id, year, number, dispatch_id, dated, taken_by, taken_at)
        SELECT office_id, year, number, id, issued_on, issued_by, issued_at
        FROM dispatches JOIN issuances ON dispatch_id = id;
      CREATE TRIGGER register_entries_stay
        BEFORE DELETE OR TRUNCATE ON register_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE issuances ADD sealing_until timestamptz;

      CREATE TABLE record_copies (
        dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        problem text,
        file_sha256 text REFERENCES files,
        archived_at timestamptz,
        CONSTRAINT record_copies_archived_check
          CHECK (num_nonnulls(file_sha256, archived_at) IN (0, 2))
      );
      CREATE INDEX record_copies_due_idx ON record_copies (due_at) WHERE file_sha256 IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE record_copies, register_entries;
      ALTER TABLE issuances DROP sealing_until;
      UPDATE dispatches SET number = NULL, year = NULL, issued_on = NULL WHERE state <> 'issued';
      ALTER TABLE dispatches
        DROP CONSTRAINT dispatches_number_check,
        ADD CONSTRAINT dispatches_number_check
          CHECK (state = 'issued' AND num_nonnulls(number, year, issued_on) = 3
              OR state <> 'issued' AND num_nonnulls(number, year, issued_on) = 0);
      DELETE FROM signatures USING submissions
        WHERE submissions.id = submission_id AND returned_at IS NOT NULL;
      DROP INDEX signatures_dispatch_id_idx;
      ALTER TABLE signatures
        DROP CONSTRAINT signatures_pkey,
        DROP submission_id,
        ADD PRIMARY KEY (dispatch_id);
    `);
  }
}
