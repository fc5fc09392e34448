CREATE TABLE agency_kinds (
  code text PRIMARY KEY,
  name text NOT NULL,
  position integer NOT NULL
);

CREATE TABLE agencies (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL REFERENCES agency_kinds,
  parent_id uuid REFERENCES agencies,
  valid_from date NOT NULL,
  valid_to date,
  email text,
  channels text[] NOT NULL DEFAULT '{email}',
  webhook_url text,
  webhook_secret text,
  telephone text,
  UNIQUE (office_id, code),
  CONSTRAINT agencies_channels_check CHECK (channels <@ '{email,webhook}'),
  CONSTRAINT agencies_validity_check CHECK (valid_to >= valid_from)
);
CREATE INDEX agencies_office_id_kind_idx ON agencies (office_id, kind);

CREATE TABLE agency_names (
  agency_id uuid NOT NULL REFERENCES agencies,
  valid_to date NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (agency_id, valid_to)
);

CREATE TABLE agency_successions (
  predecessor_id uuid NOT NULL REFERENCES agencies,
  successor_id uuid NOT NULL REFERENCES agencies,
  PRIMARY KEY (predecessor_id, successor_id),
  CONSTRAINT agency_successions_check CHECK (predecessor_id <> successor_id)
);
CREATE INDEX agency_successions_successor_id_idx ON agency_successions (successor_id);

CREATE TABLE agency_groups (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  name text NOT NULL,
  kinds text[] NOT NULL,
  UNIQUE (office_id, name)
);

CREATE TABLE agency_group_members (
  group_id uuid NOT NULL REFERENCES agency_groups ON DELETE CASCADE,
  agency_id uuid NOT NULL REFERENCES agencies,
  PRIMARY KEY (group_id, agency_id)
);

CREATE TABLE address_failures (
  agency_id uuid PRIMARY KEY REFERENCES agencies,
  address text NOT NULL,
  words text NOT NULL,
  status text,
  failed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE directory_changes (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  title text NOT NULL,
  basis text,
  rows jsonb NOT NULL,
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL DEFAULT now(),
  applied_by uuid REFERENCES accounts,
  applied_at timestamptz,
  effects jsonb,
  CONSTRAINT directory_changes_applied_check CHECK (num_nonnulls(applied_by, applied_at, effects) IN (0, 3))
);
CREATE INDEX directory_changes_office_id_idx ON directory_changes (office_id);

CREATE TABLE agency_people (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  agency_id uuid NOT NULL REFERENCES agencies,
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX agency_people_agency_id_idx ON agency_people (agency_id);

INSERT INTO agency_kinds (code, name, position) VALUES
  ('party', 'Ban Đảng, Văn phòng Tỉnh ủy', 0),
  ('organisation', 'Tổ chức chính trị, đoàn thể tỉnh', 1),
  ('department', 'Sở, ban, ngành tỉnh', 2),
  ('central', 'Cơ quan trung ương trên địa bàn', 3),
  ('district', 'Ủy ban nhân dân cấp huyện', 4),
  ('culture', 'Phòng Văn hóa và Thông tin', 5),
  ('commune', 'Ủy ban nhân dân cấp xã', 6),
  ('station', 'Đài truyền thanh cấp xã', 7),
  ('person', 'Lãnh đạo, cá nhân trong cơ quan', 8);
