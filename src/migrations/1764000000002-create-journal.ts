import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJournal1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_entries (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT now(),
        office_id uuid NOT NULL REFERENCES offices,
        account_id uuid REFERENCES accounts,
        verb text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX journal_entries_subject_id_idx ON journal_entries (subject_id);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$;

      CREATE TRIGGER journal_entries_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE journal_entries; DROP FUNCTION refuse_change()`);
  }
}
