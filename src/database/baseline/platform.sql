CREATE TABLE files (
  sha256 text PRIMARY KEY,
  media_type text NOT NULL,
  bytes bytea
);
CREATE INDEX files_here_idx ON files (sha256) WHERE bytes IS NOT NULL;

CREATE UNLOGGED TABLE tries (
  key text PRIMARY KEY,
  count integer NOT NULL,
  resets_at timestamptz NOT NULL
);
