CREATE TABLE dispatches (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  state text NOT NULL,
  symbol text NOT NULL,
  abstract text NOT NULL,
  body text NOT NULL,
  urgency text NOT NULL,
  mandate_id uuid REFERENCES mandates,
  drafted_by uuid NOT NULL REFERENCES accounts,
  drafted_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL,
  number integer,
  year integer,
  issued_on date,
  type text NOT NULL DEFAULT 'cong-van',
  circulation text,
  legal_bases text[] NOT NULL DEFAULT '{}',
  typist_mark text,
  words tsvector,
  former_id uuid REFERENCES dispatches,
  relation text,
  UNIQUE (office_id, year, number),
  CONSTRAINT dispatches_circulation_check CHECK (circulation IN ('return-after-reading', 'internal')),
  CONSTRAINT dispatches_number_check CHECK (
    CASE WHEN state = 'issued' THEN num_nonnulls(number, year, issued_on) = 3
         WHEN state IN ('submitted', 'signed') THEN num_nonnulls(number, year, issued_on) IN (0, 3)
         ELSE num_nonnulls(number, year, issued_on) = 0 END),
  CONSTRAINT dispatches_relation_check CHECK (
    relation IN ('replaces', 'corrects') AND former_id <> id OR num_nonnulls(relation, former_id) = 0),
  CONSTRAINT dispatches_state_check CHECK (state IN ('draft', 'submitted', 'returned', 'signed', 'issued')),
  CONSTRAINT dispatches_type_check CHECK (type IN ('cong-van', 'thong-bao', 'ke-hoach', 'bao-cao', 'to-trinh', 'giay-moi', 'cong-dien', 'quyet-dinh')),
  CONSTRAINT dispatches_urgency_check CHECK (urgency IN ('normal', 'urgent', 'very-urgent', 'express'))
);
CREATE INDEX dispatches_former_id_idx ON dispatches (former_id);
CREATE INDEX dispatches_office_id_issued_on_idx ON dispatches (office_id, issued_on)
  WHERE state = 'issued';
CREATE INDEX dispatches_words_idx ON dispatches USING gin (words);

CREATE TABLE annexes (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  dispatch_id uuid NOT NULL REFERENCES dispatches ON DELETE CASCADE,
  position integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  UNIQUE (dispatch_id, position)
);

CREATE TABLE recipient_lines (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  dispatch_id uuid NOT NULL REFERENCES dispatches ON DELETE CASCADE,
  section text NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  target text NOT NULL,
  group_id uuid REFERENCES agency_groups,
  agency_id uuid REFERENCES agencies,
  purpose text,
  acknowledge_by timestamptz,
  reply_by timestamptz,
  UNIQUE (dispatch_id, section, position),
  CONSTRAINT recipient_lines_purpose_check CHECK (purpose IN ('act', 'know', 'file')),
  CONSTRAINT recipient_lines_section_check CHECK (section IN ('addressee', 'copy')),
  CONSTRAINT recipient_lines_target_check CHECK (
    target IN ('group', 'agency', 'person', 'reference', 'archive')
    AND (target = 'group') = (group_id IS NOT NULL)
    AND (target IN ('agency', 'person')) = (agency_id IS NOT NULL)),
  CONSTRAINT recipient_lines_terms_check CHECK (
    target NOT IN ('reference', 'archive') OR num_nonnulls(purpose, acknowledge_by, reply_by) = 0)
);

CREATE TABLE submissions (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  submitted_by uuid NOT NULL REFERENCES accounts,
  submitted_at timestamptz NOT NULL DEFAULT now(),
  content_sha256 text NOT NULL,
  returned_by uuid REFERENCES accounts,
  returned_at timestamptz,
  return_reason text
);
CREATE INDEX submissions_dispatch_id_idx ON submissions (dispatch_id);

CREATE TABLE signatures (
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  signed_by uuid NOT NULL REFERENCES accounts,
  mandate_id uuid NOT NULL REFERENCES mandates,
  signed_at timestamptz NOT NULL DEFAULT now(),
  content_sha256 text NOT NULL,
  file_sha256 text REFERENCES files,
  submission_id uuid PRIMARY KEY REFERENCES submissions
);
CREATE INDEX signatures_dispatch_id_idx ON signatures (dispatch_id);

CREATE TABLE dispatch_versions (
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  revision integer NOT NULL,
  saved_by uuid NOT NULL REFERENCES accounts,
  saved_at timestamptz NOT NULL DEFAULT now(),
  is_automatic boolean NOT NULL DEFAULT false,
  content jsonb NOT NULL,
  PRIMARY KEY (dispatch_id, revision)
);

CREATE TABLE record_copies (
  dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT now(),
  problem text,
  file_sha256 text REFERENCES files,
  archived_at timestamptz,
  CONSTRAINT record_copies_archived_check CHECK (num_nonnulls(file_sha256, archived_at) IN (0, 2))
);
CREATE INDEX record_copies_due_idx ON record_copies (due_at) WHERE file_sha256 IS NULL;

CREATE TABLE signing_batches (
  id uuid PRIMARY KEY,
  signer_id uuid NOT NULL REFERENCES accounts,
  requested_at timestamptz NOT NULL DEFAULT now(),
  running_until timestamptz,
  stopped_because text
);
CREATE INDEX signing_batches_signer_id_idx ON signing_batches (signer_id);

CREATE TABLE signing_items (
  batch_id uuid NOT NULL REFERENCES signing_batches,
  position integer NOT NULL,
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  content_sha256 text NOT NULL,
  settled_at timestamptz,
  refusal text,
  PRIMARY KEY (batch_id, position),
  UNIQUE (batch_id, dispatch_id),
  CONSTRAINT signing_items_refusal_check CHECK ((refusal IS NULL) OR (settled_at IS NOT NULL))
);

CREATE TABLE writings (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  dispatch_id uuid REFERENCES dispatches,
  began_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  typed_at timestamptz NOT NULL DEFAULT now(),
  typed jsonb
);
CREATE INDEX writings_account_id_idx ON writings (account_id);
CREATE INDEX writings_dispatch_id_idx ON writings (dispatch_id);

CREATE TABLE draft_templates (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  name text NOT NULL,
  draft jsonb NOT NULL,
  kept_by uuid NOT NULL REFERENCES accounts,
  kept_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (office_id, name)
);
