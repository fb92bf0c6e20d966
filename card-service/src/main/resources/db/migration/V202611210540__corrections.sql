-- A member proposes what is wrong in her record; the chair accepts, or declines with a reason.
CREATE TABLE members.correction (
  id uuid CONSTRAINT correction_key PRIMARY KEY,
  person_id uuid NOT NULL,
  primary_id uuid NOT NULL,
  -- field, what stands there, what should
  changes jsonb NOT NULL,
  note text,
  state text NOT NULL DEFAULT 'OPEN' CONSTRAINT state_is_known CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED')),
  request_hash text NOT NULL,
  proposed_at timestamptz NOT NULL,
  answered_by uuid,
  answered_at timestamptz,
  reason text,
  CONSTRAINT declined_has_a_reason CHECK (state <> 'DECLINED' OR reason IS NOT NULL)
);

CREATE INDEX correction_by_primary ON members.correction (primary_id) WHERE state = 'OPEN';
CREATE INDEX correction_by_person ON members.correction (person_id, proposed_at);

ALTER TABLE members.correction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.correction
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON members.correction
  USING (person_id = (SELECT access.scope_person()));

GRANT SELECT, INSERT ON members.correction TO ${application_login};
GRANT UPDATE (state, answered_by, answered_at, reason) ON members.correction TO ${application_login};
