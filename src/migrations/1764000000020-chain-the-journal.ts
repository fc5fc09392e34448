import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChainTheJournal1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_links (
        entry_id bigint PRIMARY KEY REFERENCES journal_entries,
        office_id uuid NOT NULL REFERENCES offices,
        position bigint NOT NULL,
        hash text NOT NULL,
        UNIQUE (office_id, position)
      );

      CREATE TABLE journal_people (
        entry_id bigint PRIMARY KEY REFERENCES journal_entries,
        salt text NOT NULL,
        name text,
        post text,
        address text
      );

      CREATE UNIQUE INDEX journal_entries_reading_key
        ON journal_entries (subject_id, account_id, ((at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
        WHERE verb = 'read';

      -- The line of src/journal/chain.ts.
      CREATE FUNCTION journal_line(entry journal_entries, place bigint) RETURNS text
      LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_array(
          place, entry.id,
          to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          entry.office_id, entry.account_id, entry.verb, entry.subject_id, entry.details)::text
      $$;

      -- Runs while the transaction commits, so nothing is waited for under the lock but the disk,
      -- and no other lock is taken after it.
      CREATE FUNCTION chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        last record;
        place bigint;
      BEGIN
        PERFORM pg_advisory_xact_lock(20, hashtext(NEW.office_id::text));
        SELECT position, hash INTO last FROM journal_links
          WHERE office_id = NEW.office_id ORDER BY position DESC LIMIT 1;
        place := coalesce(last.position, 0) + 1;
        INSERT INTO journal_links VALUES (
          NEW.id, NEW.office_id, place,
          encode(sha256(convert_to(
            coalesce(last.hash, repeat('0', 64)) || E'\\n' || journal_line(NEW, place), 'UTF8')), 'hex'));
        RETURN NULL;
      END $$;

      CREATE CONSTRAINT TRIGGER journal_entries_chained AFTER INSERT ON journal_entries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_entry();

      DO $$
      DECLARE
        entry journal_entries;
        office uuid;
        place bigint;
        last text;
      BEGIN
        FOR entry IN SELECT * FROM journal_entries ORDER BY office_id, id LOOP
          IF office IS DISTINCT FROM entry.office_id THEN
            office := entry.office_id;
            place := 0;
            last := repeat('0', 64);
          END IF;
          place := place + 1;
          last := encode(
            sha256(convert_to(last || E'\\n' || journal_line(entry, place), 'UTF8')), 'hex');
          INSERT INTO journal_links VALUES (entry.id, office, place, last);
        END LOOP;
      END $$;

      CREATE TRIGGER journal_links_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_links
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER journal_people_unchanged
        BEFORE UPDATE OR TRUNCATE ON journal_people
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER journal_entries_chained ON journal_entries;
      DROP FUNCTION chain_entry;
      DROP FUNCTION journal_line;
      DROP TABLE journal_links, journal_people;
      DROP INDEX journal_entries_reading_key;
    `);
  }
}
