CREATE TABLE acknowledgements (
  recipient_id uuid PRIMARY KEY REFERENCES recipients,
  acknowledged_at timestamptz NOT NULL DEFAULT now(),
  file_sha256 text NOT NULL REFERENCES files,
  name text,
  post text,
  how text NOT NULL DEFAULT 'link',
  agency_id uuid REFERENCES agencies,
  entered_by uuid REFERENCES accounts,
  confirmed_by uuid REFERENCES accounts,
  CONSTRAINT acknowledgements_confirmed_check CHECK (((how IN ('telephone', 'paper')) = (entered_by IS NOT NULL)) AND ((entered_by IS NULL) = (confirmed_by IS NULL)) AND (entered_by <> confirmed_by)),
  CONSTRAINT acknowledgements_how_check CHECK (how IN ('link', 'account', 'telephone', 'paper', 'api'))
);

CREATE TABLE entered_acknowledgements (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES recipients,
  entered_by uuid NOT NULL REFERENCES accounts,
  entered_at timestamptz NOT NULL DEFAULT now(),
  how text NOT NULL,
  said_at timestamptz NOT NULL,
  name text NOT NULL,
  post text NOT NULL,
  note text,
  evidence_sha256 text REFERENCES files,
  CONSTRAINT entered_acknowledgements_evidence_check CHECK (num_nonnulls(note, evidence_sha256) > 0),
  CONSTRAINT entered_acknowledgements_how_check CHECK (how IN ('telephone', 'paper'))
);
CREATE INDEX entered_acknowledgements_recipient_id_idx ON entered_acknowledgements (recipient_id);

CREATE TABLE receipts (
  recipient_id uuid PRIMARY KEY REFERENCES acknowledgements,
  made_at timestamptz NOT NULL,
  json_sha256 text NOT NULL REFERENCES files,
  pdf_sha256 text NOT NULL REFERENCES files
);

CREATE TABLE readings (
  recipient_id uuid NOT NULL REFERENCES recipients,
  kind text NOT NULL,
  first_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (recipient_id, kind),
  CONSTRAINT readings_kind_check CHECK (kind IN ('opened', 'fetched'))
);

CREATE TABLE refusals (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES recipients,
  refused_at timestamptz NOT NULL DEFAULT now(),
  file_sha256 text NOT NULL REFERENCES files,
  name text NOT NULL,
  post text NOT NULL,
  how text NOT NULL,
  reason text NOT NULL,
  note text,
  CONSTRAINT refusals_how_check CHECK (how IN ('link', 'account', 'api')),
  CONSTRAINT refusals_reason_check CHECK ((reason IN ('wrong-addressee', 'unreadable-file', 'invalid-signature', 'duplicate', 'other')) AND ((reason <> 'other') OR (note IS NOT NULL)))
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
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES recipients,
  status integer NOT NULL,
  reported_at timestamptz NOT NULL DEFAULT now(),
  name text NOT NULL,
  post text NOT NULL,
  how text NOT NULL,
  note text,
  CONSTRAINT progress_reports_how_check CHECK (how IN ('link', 'account', 'api')),
  CONSTRAINT progress_reports_status_check CHECK ((status >= 4) AND (status <= 6))
);
CREATE INDEX progress_reports_recipient_id_idx ON progress_reports (recipient_id);

CREATE TABLE replies (
  recipient_id uuid PRIMARY KEY REFERENCES recipients,
  replied_at timestamptz NOT NULL DEFAULT now(),
  reference text,
  dated date,
  note text,
  name text NOT NULL,
  post text NOT NULL,
  how text NOT NULL,
  entered_by uuid REFERENCES accounts,
  file_sha256 text REFERENCES files,
  CONSTRAINT replies_content_check CHECK (num_nonnulls(reference, note, file_sha256) > 0),
  CONSTRAINT replies_how_check CHECK ((how IN ('link', 'account', 'telephone', 'paper', 'api')) AND ((how IN ('telephone', 'paper')) = (entered_by IS NOT NULL)))
);

CREATE TABLE recalls (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  is_whole boolean NOT NULL,
  reason text NOT NULL,
  basis text NOT NULL,
  recalled_by uuid NOT NULL REFERENCES accounts,
  recalled_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX recalls_dispatch_id_idx ON recalls (dispatch_id);
CREATE UNIQUE INDEX recalls_whole_idx ON recalls (dispatch_id) WHERE is_whole;

CREATE TABLE recall_requests (
  recipient_id uuid PRIMARY KEY REFERENCES recipients,
  recall_id uuid NOT NULL REFERENCES recalls,
  fate text,
  decided_at timestamptz,
  CONSTRAINT recall_requests_decided_check CHECK ((fate IS NULL) = (decided_at IS NULL)),
  CONSTRAINT recall_requests_fate_check CHECK (fate IN ('cancelled', 'asked'))
);
CREATE INDEX recall_requests_open_idx ON recall_requests (recall_id) WHERE fate IS NULL;
CREATE INDEX recall_requests_recall_id_idx ON recall_requests (recall_id);

CREATE TABLE recall_answers (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES recipients,
  answer text NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now(),
  name text NOT NULL,
  post text NOT NULL,
  how text NOT NULL,
  note text,
  entered_by uuid REFERENCES accounts,
  UNIQUE (recipient_id, answer),
  CONSTRAINT recall_answers_answer_check CHECK (answer IN ('agreed', 'refused', 'removed')),
  CONSTRAINT recall_answers_entered_check CHECK (((how IN ('telephone', 'paper')) = (entered_by IS NOT NULL)) AND ((answer <> 'refused') OR (note IS NOT NULL))),
  CONSTRAINT recall_answers_how_check CHECK (how IN ('link', 'account', 'telephone', 'paper', 'api'))
);

CREATE TABLE recall_notices (
  recipient_id uuid NOT NULL REFERENCES recipients,
  message_id uuid NOT NULL,
  address text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT now(),
  reply text,
  channel text NOT NULL,
  PRIMARY KEY (recipient_id, channel),
  CONSTRAINT recall_notices_channel_check CHECK (channel IN ('email', 'webhook')),
  CONSTRAINT recall_notices_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'failed'))
);
CREATE INDEX recall_notices_due_idx ON recall_notices (due_at)
  WHERE state IN ('waiting', 'sending');
