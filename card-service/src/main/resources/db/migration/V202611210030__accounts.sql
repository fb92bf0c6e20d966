-- Personal logins of chairs and staff, and the families of their refresh tokens.
CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
  id uuid CONSTRAINT account_key PRIMARY KEY,
  login text NOT NULL CONSTRAINT login_is_unique UNIQUE,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL
);

-- A family lives from sign-in to sign-out. Only the newest token of it is good; an older one that
-- comes back means that somebody copied it, and the family ends.
CREATE TABLE accounts.session (
  id uuid CONSTRAINT session_key PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  token_hash text NOT NULL CONSTRAINT token_is_unique UNIQUE,
  previous_token_hash text,
  rotated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE INDEX session_by_account ON accounts.session (account_id) WHERE ended_at IS NULL;
CREATE INDEX session_by_previous_token ON accounts.session (previous_token_hash);

GRANT USAGE ON SCHEMA accounts TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON accounts.account, accounts.session TO ${application_login};
