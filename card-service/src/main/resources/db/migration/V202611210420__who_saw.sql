-- Who opened the record of a member: one line a person who looked, a day and a basis, for the member to read.
CREATE TABLE audit.view (
  person_id uuid NOT NULL,
  primary_id uuid NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  basis text NOT NULL CONSTRAINT basis_is_known CHECK (basis IN ('OFFICE', 'DELEGATION', 'REASON')),
  viewer_name text NOT NULL,
  organisation_name text NOT NULL,
  -- in the words of the one who looked; only where the basis is a stated reason
  reason text,
  times integer NOT NULL DEFAULT 1,
  last_at timestamptz NOT NULL,
  CONSTRAINT view_key PRIMARY KEY (person_id, account_id, day, basis),
  CONSTRAINT a_reason_is_stated CHECK ((basis = 'REASON') = (reason IS NOT NULL))
);

ALTER TABLE audit.view ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON audit.view
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON audit.view FOR SELECT
  USING (person_id = (SELECT access.scope_person()));
GRANT SELECT, INSERT, UPDATE (times, last_at, reason) ON audit.view TO ${application_login};

-- A stated reason opens one primary for an hour to one member of staff above it, at most so many rows a day.
CREATE TABLE access.reading (
  id uuid CONSTRAINT reading_key PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  office_id uuid NOT NULL REFERENCES organisations.organisation,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  reason text NOT NULL CONSTRAINT reason_is_stated CHECK (length(btrim(reason)) >= 10),
  opened_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  CONSTRAINT closes_after_it_opens CHECK (closes_at >= opened_at)
);

CREATE INDEX reading_by_account ON access.reading (account_id, closes_at);
CREATE INDEX reading_by_primary ON access.reading (primary_id, opened_at);

CREATE TABLE access.rows_read (
  account_id uuid NOT NULL REFERENCES accounts.account,
  day date NOT NULL,
  rows integer NOT NULL,
  CONSTRAINT rows_read_key PRIMARY KEY (account_id, day)
);

GRANT SELECT, INSERT ON access.reading TO ${application_login};
GRANT UPDATE (closes_at) ON access.reading TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON access.rows_read TO ${application_login};
