CREATE TABLE reminder_steps (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  rung text NOT NULL,
  amount integer NOT NULL,
  unit text NOT NULL,
  counted text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  concerns text NOT NULL DEFAULT 'acknowledgement',
  CONSTRAINT reminder_steps_concerns_check CHECK (concerns IN ('acknowledgement', 'reply')),
  CONSTRAINT reminder_steps_counted_check CHECK (counted IN ('working', 'clock')),
  CONSTRAINT reminder_steps_rung_check CHECK (rung IN ('recipient', 'clerk', 'head', 'parent', 'telephone')),
  CONSTRAINT reminder_steps_unit_check CHECK (unit IN ('minutes', 'hours', 'days'))
);
CREATE UNIQUE INDEX reminder_steps_open_idx ON reminder_steps (office_id, concerns, rung, amount, unit, counted)
  WHERE ended_at IS NULL;

CREATE TABLE escalation_contacts (
  office_id uuid NOT NULL REFERENCES offices,
  rung text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (office_id, rung),
  CONSTRAINT escalation_contacts_rung_check CHECK (rung IN ('clerk', 'head'))
);

CREATE TABLE reminder_mails (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  dispatch_id uuid NOT NULL REFERENCES delivery_runs,
  step_id uuid NOT NULL REFERENCES reminder_steps,
  name text NOT NULL,
  address text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT now(),
  reply text,
  CONSTRAINT reminder_mails_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'dropped'))
);
CREATE INDEX reminder_mails_dispatch_id_address_idx ON reminder_mails (dispatch_id, address);
CREATE INDEX reminder_mails_due_idx ON reminder_mails (office_id, due_at)
  WHERE state IN ('waiting', 'sending');

CREATE TABLE reminders (
  recipient_id uuid NOT NULL REFERENCES recipients,
  step_id uuid NOT NULL REFERENCES reminder_steps,
  dispatch_id uuid NOT NULL REFERENCES delivery_runs,
  planned_for timestamptz NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  fate text NOT NULL,
  mail_id uuid REFERENCES reminder_mails,
  PRIMARY KEY (recipient_id, step_id),
  CONSTRAINT reminders_fate_check CHECK ((fate IN ('mail', 'call', 'overtaken')) AND ((fate = 'mail') = (mail_id IS NOT NULL)))
);
CREATE INDEX reminders_calls_idx ON reminders (recipient_id) WHERE fate = 'call';
CREATE INDEX reminders_dispatch_id_idx ON reminders (dispatch_id);
CREATE INDEX reminders_mail_id_idx ON reminders (mail_id);

CREATE TABLE standings (
  recipient_id uuid PRIMARY KEY,
  office_id uuid NOT NULL,
  dispatch_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  district_id uuid,
  kind text NOT NULL,
  issued_at timestamptz NOT NULL,
  acknowledge_by timestamptz NOT NULL,
  acknowledged_at timestamptz,
  state text NOT NULL
) WITH (fillfactor=80);
CREATE INDEX standings_dispatch_id_idx ON standings (dispatch_id);
CREATE INDEX standings_open_idx ON standings (office_id, acknowledge_by)
  WHERE acknowledged_at IS NULL;

CREATE TABLE standing_changes (
  office_id uuid NOT NULL,
  dispatch_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  acknowledge_by timestamptz NOT NULL,
  issued_week date NOT NULL,
  minutes integer,
  is_punctual boolean NOT NULL,
  change integer NOT NULL
);
CREATE INDEX standing_changes_dispatch_id_idx ON standing_changes (dispatch_id);

CREATE TABLE agency_changes (
  office_id uuid NOT NULL,
  due_week date NOT NULL,
  agency_id uuid NOT NULL,
  change integer NOT NULL,
  punctual integer NOT NULL
);

CREATE TABLE dispatch_tallies (
  dispatch_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  acknowledge_by timestamptz NOT NULL,
  is_punctual boolean NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (dispatch_id, kind, state, acknowledge_by, is_punctual)
);

CREATE TABLE agency_tallies (
  office_id uuid NOT NULL,
  due_week date NOT NULL,
  agency_id uuid NOT NULL,
  count integer NOT NULL,
  punctual integer NOT NULL,
  PRIMARY KEY (office_id, due_week, agency_id)
);

CREATE TABLE week_tallies (
  office_id uuid NOT NULL,
  issued_week date NOT NULL,
  state text NOT NULL,
  acknowledge_by timestamptz NOT NULL,
  minutes integer NOT NULL,
  is_punctual boolean NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (office_id, issued_week, state, acknowledge_by, minutes, is_punctual)
);

CREATE TABLE reply_standings (
  recipient_id uuid PRIMARY KEY,
  office_id uuid NOT NULL,
  dispatch_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  issued_week date NOT NULL,
  reply_by timestamptz NOT NULL,
  fate text NOT NULL
) WITH (fillfactor=80);
CREATE INDEX reply_standings_owed_idx ON reply_standings (office_id, reply_by) WHERE fate = 'owed';

CREATE TABLE reply_changes (
  office_id uuid NOT NULL,
  issued_week date NOT NULL,
  dispatch_id uuid NOT NULL,
  reply_by timestamptz NOT NULL,
  fate text NOT NULL,
  change integer NOT NULL
);
CREATE INDEX reply_changes_dispatch_id_idx ON reply_changes (dispatch_id);

CREATE TABLE reply_tallies (
  office_id uuid NOT NULL,
  issued_week date NOT NULL,
  dispatch_id uuid NOT NULL,
  reply_by timestamptz NOT NULL,
  fate text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (dispatch_id, reply_by, fate)
);
CREATE INDEX reply_tallies_issued_week_idx ON reply_tallies (office_id, issued_week);
