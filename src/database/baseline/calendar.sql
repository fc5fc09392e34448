CREATE TABLE calendar_years (
  office_id uuid NOT NULL REFERENCES offices,
  year integer NOT NULL,
  settled_by uuid NOT NULL REFERENCES accounts,
  settled_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE calendar_days (
  office_id uuid NOT NULL,
  date date NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (office_id, date),
  CONSTRAINT calendar_days_office_id_year_fkey FOREIGN KEY (office_id, year) REFERENCES calendar_years(office_id, year) ON DELETE CASCADE,
  CONSTRAINT calendar_days_kind_check CHECK (kind IN ('holiday', 'working')),
  CONSTRAINT calendar_days_year_check CHECK ((year)::numeric = EXTRACT(year FROM date))
);
