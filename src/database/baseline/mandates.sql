CREATE TABLE mandates (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  capacity text,
  on_behalf_of text,
  post text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  above text,
  granted_from_id uuid REFERENCES mandates,
  document_types text[] NOT NULL DEFAULT '{}',
  units text[] NOT NULL DEFAULT '{}',
  basis text,
  CONSTRAINT mandates_above_check CHECK ((above IS NULL) OR (capacity = 'KT.')),
  CONSTRAINT mandates_capacity_check CHECK ((capacity IN ('TM.', 'Q.', 'KT.', 'TL.', 'TUQ.')) AND ((capacity IN ('TM.', 'KT.', 'TL.', 'TUQ.')) = (on_behalf_of IS NOT NULL))),
  CONSTRAINT mandates_granted_from_check CHECK (granted_from_id <> id)
);
