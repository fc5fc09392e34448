CREATE TABLE offices (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  parent_body text,
  place text NOT NULL
);

CREATE TABLE accounts (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES offices,
  username text NOT NULL UNIQUE,
  full_name text NOT NULL,
  post text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  closed_at timestamptz,
  CONSTRAINT accounts_role_check CHECK (role IN ('drafter', 'signer', 'clerk', 'leader', 'recipient'))
);

CREATE TABLE sessions (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  previous_hash text UNIQUE,
  rotated_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  stage text NOT NULL,
  how text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  device text NOT NULL,
  address text NOT NULL,
  CONSTRAINT sessions_how_check CHECK (how IN ('password', 'passkey', 'openid')),
  CONSTRAINT sessions_stage_check CHECK (stage IN ('complete', 'second-factor', 'enrol'))
);
CREATE INDEX sessions_account_id_idx ON sessions (account_id);

CREATE TABLE totp_secrets (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_codes (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkeys (
  id text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);
CREATE INDEX passkeys_account_id_idx ON passkeys (account_id);

CREATE TABLE passkey_challenges (
  challenge text PRIMARY KEY,
  account_id uuid REFERENCES accounts ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

CREATE TABLE openid_identities (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject),
  UNIQUE (issuer, account_id)
);

CREATE TABLE api_keys (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  name text NOT NULL,
  key_hash text NOT NULL UNIQUE,
  hint text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_from text,
  revoked_at timestamptz
);
CREATE INDEX api_keys_account_id_idx ON api_keys (account_id);
