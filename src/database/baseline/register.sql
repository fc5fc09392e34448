CREATE TABLE registers (
  office_id uuid NOT NULL REFERENCES offices,
  year integer NOT NULL,
  last_number integer NOT NULL,
  PRIMARY KEY (office_id, year)
);

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
  CONSTRAINT register_entries_void_check CHECK (num_nonnulls(voided_by, voided_at, void_reason) IN (0, 3))
);
CREATE UNIQUE INDEX register_entries_dispatch_id_idx ON register_entries (dispatch_id)
  WHERE voided_at IS NULL;

CREATE TABLE issuances (
  dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
  issued_by uuid NOT NULL REFERENCES accounts,
  issued_at timestamptz NOT NULL,
  recipient_count integer NOT NULL,
  file_sha256 text REFERENCES files,
  sealing_until timestamptz
);
CREATE INDEX issuances_unfinished_idx ON issuances (issued_at) WHERE file_sha256 IS NULL;
