CREATE TABLE recipients (
  id uuid PRIMARY KEY,
  dispatch_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  lines text[] NOT NULL,
  acknowledge_by timestamptz NOT NULL,
  token_hash text NOT NULL UNIQUE,
  purpose text,
  reply_by timestamptz,
  UNIQUE (dispatch_id, agency_id),
  CONSTRAINT recipients_purpose_check CHECK (purpose IN ('act', 'know', 'file'))
);
CREATE INDEX recipients_agency_id_idx ON recipients (agency_id);
CREATE INDEX recipients_dispatch_id_kind_code_idx ON recipients (dispatch_id, kind, code);
CREATE INDEX recipients_purpose_idx ON recipients (dispatch_id, purpose) WHERE purpose IS NOT NULL;
CREATE INDEX recipients_reply_by_idx ON recipients (reply_by) WHERE reply_by IS NOT NULL;
CREATE INDEX recipients_replying_idx ON recipients (dispatch_id, reply_by)
  WHERE reply_by IS NOT NULL;

CREATE TABLE delivery_runs (
  dispatch_id uuid PRIMARY KEY REFERENCES dispatches,
  file_sha256 text NOT NULL REFERENCES files,
  priority integer NOT NULL
);

CREATE TABLE deliveries (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  recipient_id uuid NOT NULL UNIQUE REFERENCES recipients,
  dispatch_id uuid NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT now(),
  round integer NOT NULL DEFAULT 1,
  earlier_attempts integer NOT NULL DEFAULT 0,
  queued_at timestamptz NOT NULL DEFAULT now(),
  claimed_by uuid,
  fallbacks jsonb NOT NULL DEFAULT '[]',
  recalled_at timestamptz,
  letter integer NOT NULL DEFAULT 1,
  CONSTRAINT deliveries_channel_check CHECK (channel IN ('email', 'webhook')),
  CONSTRAINT deliveries_state_check CHECK (state IN ('waiting', 'sending', 'expired', 'failed', 'cancelled', 'accepted', 'delivered', 'bounced'))
);
CREATE INDEX deliveries_due_idx ON deliveries (dispatch_id, due_at)
  WHERE state IN ('waiting', 'sending');
CREATE INDEX deliveries_fallbacks_idx ON deliveries (state) WHERE fallbacks <> '[]';

CREATE TABLE delivery_attempts (
  delivery_id uuid NOT NULL,
  address text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  outcome text NOT NULL,
  reply_code integer,
  reply text NOT NULL,
  number integer NOT NULL,
  round integer NOT NULL,
  server text NOT NULL,
  stage text NOT NULL,
  channel text NOT NULL DEFAULT 'email',
  PRIMARY KEY (delivery_id, number),
  CONSTRAINT delivery_attempts_outcome_check CHECK (outcome IN ('accepted', 'temporary', 'permanent'))
);

CREATE TABLE delivery_reports (
  sha256 text PRIMARY KEY,
  delivery_id uuid REFERENCES deliveries,
  round integer,
  reported text NOT NULL,
  is_hard boolean NOT NULL,
  status text,
  server text NOT NULL,
  diagnostic text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT delivery_reports_reported_check CHECK (reported IN ('delivered', 'relayed', 'delayed', 'failed'))
);
CREATE INDEX delivery_reports_delivery_id_idx ON delivery_reports (delivery_id);

CREATE TABLE delivery_pauses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dispatch_id uuid NOT NULL REFERENCES delivery_runs,
  reason text NOT NULL,
  paused_at timestamptz NOT NULL DEFAULT now(),
  paused_by uuid REFERENCES accounts,
  ended_at timestamptz,
  ended_by uuid REFERENCES accounts
);
CREATE UNIQUE INDEX delivery_pauses_open_idx ON delivery_pauses (dispatch_id)
  WHERE ended_at IS NULL;

CREATE TABLE mail_limits (
  office_id uuid NOT NULL REFERENCES offices,
  server text NOT NULL,
  per_minute integer NOT NULL,
  free_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (office_id, server),
  CONSTRAINT mail_limits_per_minute_check CHECK (per_minute > 0)
);
