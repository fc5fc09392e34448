-- Every entry joins the hash chain of its office while its transaction commits, so that the
-- office's lock is the last one taken.
CREATE OR REPLACE FUNCTION journal_line(entry journal_entries, place bigint) RETURNS text
  LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    place, entry.id,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.office_id, entry.account_id, entry.verb, entry.subject_id, entry.details)::text
$$;

CREATE OR REPLACE FUNCTION chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
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
      coalesce(last.hash, repeat('0', 64)) || E'\n' || journal_line(NEW, place), 'UTF8')), 'hex'));
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS journal_entries_chained ON journal_entries;
CREATE CONSTRAINT TRIGGER journal_entries_chained AFTER INSERT ON journal_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_entry();
