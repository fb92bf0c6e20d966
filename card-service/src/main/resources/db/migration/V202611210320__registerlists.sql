-- A register of organisations or a list of chairs from a table becomes a plan that is done as shown or
-- not at all; the file is not kept.
CREATE SCHEMA registerlists;

CREATE TABLE registerlists.plan (
  id uuid CONSTRAINT plan_key PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES organisations.organisation,
  account_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('ORGANISATIONS', 'CHAIRS')),
  created_at timestamptz NOT NULL,
  file_sha256 text NOT NULL,
  -- how the register below the office stood; apply refuses when it stands otherwise
  register_version text NOT NULL,
  ignored_columns text NOT NULL,
  applied_at timestamptz,
  applied_count integer,
  CONSTRAINT applied_has_count CHECK ((applied_at IS NULL) = (applied_count IS NULL))
);

CREATE INDEX plan_by_office ON registerlists.plan (office_id, created_at);

CREATE TABLE registerlists.plan_row (
  plan_id uuid NOT NULL REFERENCES registerlists.plan ON DELETE CASCADE,
  row_number integer NOT NULL,
  office_id uuid NOT NULL,
  outcome text NOT NULL CONSTRAINT outcome_is_known CHECK (outcome IN ('NEW', 'CHANGED', 'UNCHANGED', 'ERROR')),
  title text NOT NULL,
  organisation_id uuid,
  -- what would be recorded; emptied when the plan is done
  entry jsonb,
  changes jsonb NOT NULL,
  remarks jsonb NOT NULL,
  CONSTRAINT plan_row_key PRIMARY KEY (plan_id, row_number)
);

ALTER TABLE registerlists.plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE registerlists.plan_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON registerlists.plan
  USING (office_id = (SELECT organisations.scope_organisation()));
CREATE POLICY own_office ON registerlists.plan_row
  USING (office_id = (SELECT organisations.scope_organisation()));

-- Names of chairs do not wait for ever in a plan that nobody applied.
CREATE POLICY forgetting ON registerlists.plan TO CURRENT_USER USING (applied_at IS NULL);
CREATE POLICY forgetting ON registerlists.plan_row TO CURRENT_USER USING (true);
CREATE FUNCTION registerlists.forget_unapplied(before timestamptz) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH forgotten AS (
    DELETE FROM registerlists.plan
     WHERE applied_at IS NULL
       AND created_at < before
    RETURNING id)
  SELECT count(*) FROM forgotten
$$;
REVOKE EXECUTE ON FUNCTION registerlists.forget_unapplied(timestamptz) FROM PUBLIC;

GRANT USAGE ON SCHEMA registerlists TO ${application_login};
GRANT EXECUTE ON FUNCTION registerlists.forget_unapplied(timestamptz) TO ${application_login};
GRANT SELECT, INSERT ON registerlists.plan, registerlists.plan_row TO ${application_login};
GRANT UPDATE (applied_at, applied_count) ON registerlists.plan TO ${application_login};
GRANT UPDATE (entry) ON registerlists.plan_row TO ${application_login};
