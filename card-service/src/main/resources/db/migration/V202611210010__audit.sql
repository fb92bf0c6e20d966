-- Who did or saw what. Rows are only ever added; details hold ids, states and counts, never personal data.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
  id uuid CONSTRAINT entry_key PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id uuid,
  organisation_id uuid,
  action text NOT NULL,
  subject_id uuid,
  details jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX entry_by_organisation ON audit.entry (organisation_id, at);

GRANT USAGE ON SCHEMA audit TO ${application_login};
GRANT SELECT, INSERT ON audit.entry TO ${application_login};
