CREATE TABLE journal_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  office_id uuid NOT NULL REFERENCES offices,
  account_id uuid REFERENCES accounts,
  verb text NOT NULL,
  subject_id uuid NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX journal_entries_reading_key ON journal_entries (subject_id, account_id, (((at AT TIME ZONE 'Asia/Ho_Chi_Minh'))::date))
  WHERE verb = 'read';
CREATE INDEX journal_entries_subject_id_idx ON journal_entries (subject_id);

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
