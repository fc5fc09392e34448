-- Facts stay as they were written: these tables refuse every change and deletion.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY array[
    'journal_entries', 'journal_links', 'delivery_attempts', 'delivery_reports',
    'acknowledgements', 'entered_acknowledgements', 'receipts', 'readings', 'refusals',
    'refusal_answers', 'progress_reports', 'replies', 'recalls', 'recall_answers', 'reminders'
  ] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact || '_append_only', fact);
  END LOOP;
END $$;

-- A person may be erased from the journal, nothing else.
CREATE OR REPLACE TRIGGER journal_people_unchanged BEFORE UPDATE OR TRUNCATE ON journal_people
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A number may become void, but never unused again.
CREATE OR REPLACE TRIGGER register_entries_stay BEFORE DELETE OR TRUNCATE ON register_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
