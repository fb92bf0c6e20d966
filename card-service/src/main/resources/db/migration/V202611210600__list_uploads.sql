-- The sent file waits beside its plan, so that its columns can be named otherwise and it can be sent
-- back with remarks; it goes when the plan is applied, and after 72 hours at the latest.
CREATE TABLE memberlists.upload (
  -- the key of the request, and the id of the plan where the file could be read
  id uuid CONSTRAINT upload_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  created_at timestamptz NOT NULL,
  content bytea NOT NULL,
  sha256 text NOT NULL,
  -- what the chair said of the columns: a column of the form by the name it has in the file, '' for none
  named jsonb NOT NULL
);

CREATE INDEX upload_by_age ON memberlists.upload (created_at);

-- What a primary calls its columns where the form does not know the name.
CREATE TABLE memberlists.remembered_column (
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL,
  form_column text NOT NULL,
  CONSTRAINT remembered_column_key PRIMARY KEY (primary_id, name)
);

-- The same people whatever program saved the file and whatever their order.
ALTER TABLE memberlists.plan
  ADD COLUMN content_sha256 text NOT NULL DEFAULT '',
  ADD COLUMN undone_at timestamptz,
  ADD COLUMN undone_by uuid,
  ADD COLUMN undone_result jsonb,
  ADD CONSTRAINT undone_has_result CHECK ((undone_at IS NULL) = (undone_result IS NULL)),
  ADD CONSTRAINT only_applied_is_undone CHECK (undone_at IS NULL OR applied_at IS NOT NULL);

-- What applying did to a person, for as long as it can be undone.
CREATE TABLE memberlists.applied_row (
  plan_id uuid NOT NULL REFERENCES memberlists.plan ON DELETE CASCADE,
  primary_id uuid NOT NULL,
  person_id uuid NOT NULL,
  deed text NOT NULL CONSTRAINT deed_is_known CHECK (deed IN ('ADDED', 'CHANGED', 'BROUGHT_BACK')),
  membership_id uuid,
  before jsonb,
  -- of the record as it was written: whoever changes it later is not overwritten
  after_hash text NOT NULL,
  contact_ids uuid[] NOT NULL,
  CONSTRAINT applied_row_key PRIMARY KEY (plan_id, person_id)
);

ALTER TABLE memberlists.upload ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memberlists.remembered_column ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memberlists.applied_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON memberlists.upload
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON memberlists.remembered_column
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON memberlists.applied_row
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY jobs ON memberlists.upload TO CURRENT_USER USING (true);
CREATE POLICY jobs ON memberlists.applied_row TO CURRENT_USER USING (true);

GRANT SELECT, INSERT, DELETE ON memberlists.upload TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON memberlists.remembered_column TO ${application_login};
GRANT SELECT, INSERT ON memberlists.applied_row TO ${application_login};
GRANT UPDATE (undone_at, undone_by, undone_result) ON memberlists.plan TO ${application_login};

-- Job: as before, and with the plan its file and what undoing would need.
CREATE OR REPLACE FUNCTION memberlists.forget(older_than timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  forgotten integer;
BEGIN
  DELETE FROM memberlists.plan_row AS r
        USING memberlists.plan AS p
        WHERE p.id = r.plan_id
          AND (p.created_at <= older_than
               OR (p.applied_at IS NOT NULL AND r.outcome IN ('NEW', 'CHANGED', 'UNCHANGED')));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  DELETE FROM memberlists.upload
        WHERE created_at <= older_than;
  DELETE FROM memberlists.applied_row AS r
        USING memberlists.plan AS p
        WHERE p.id = r.plan_id
          AND (p.applied_at <= older_than OR p.undone_at IS NOT NULL);
  DELETE FROM memberlists.plan
        WHERE created_at <= older_than
          AND applied_at IS NULL;
  RETURN forgotten;
END
$$;
