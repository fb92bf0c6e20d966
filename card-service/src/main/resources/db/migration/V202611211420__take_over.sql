-- A member answers for herself where nobody of her primary does.
CREATE POLICY own_self ON members.claim
  USING (person_id = (SELECT access.scope_person()));

-- Which primary takes over the members of a closed one; of a merged one its successor does, unless an office
-- says otherwise.
CREATE TABLE members.receiver (
  closed_id uuid CONSTRAINT receiver_key PRIMARY KEY REFERENCES organisations.organisation,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  named_by uuid NOT NULL,
  named_at timestamptz NOT NULL,
  CONSTRAINT nobody_receives_herself CHECK (closed_id <> primary_id)
);

CREATE INDEX receiver_by_primary ON members.receiver (primary_id);
CREATE INDEX organisation_by_successor ON organisations.organisation (merged_into) WHERE merged_into IS NOT NULL;

CREATE VIEW members.received AS
  SELECT o.id AS closed_id, r.primary_id
    FROM members.receiver r
    JOIN organisations.organisation o
      ON o.id = r.closed_id
   WHERE o.status IN ('EXCLUDED', 'MERGED')
  UNION ALL
  SELECT o.id, o.merged_into
    FROM organisations.organisation o
   WHERE o.merged_into IS NOT NULL
     AND o.level = 'PRIMARY'
     AND NOT EXISTS (SELECT 1 FROM members.receiver r WHERE r.closed_id = o.id);

-- The step by which all of them came: how many, when, by whose hand.
CREATE TABLE members.takeover (
  id uuid CONSTRAINT takeover_key PRIMARY KEY,
  from_primary_id uuid NOT NULL REFERENCES organisations.organisation,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  people integer NOT NULL,
  taken_by uuid NOT NULL,
  taken_at timestamptz NOT NULL
);

ALTER TABLE members.takeover ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.takeover
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));

-- The rows of a closed primary open beside those of the one that takes its members over, and to no other.
CREATE FUNCTION members.open_closed(closed uuid) RETURNS boolean
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
  sides text;
BEGIN
  SELECT concat_ws(',', r.primary_id, r.closed_id) INTO sides
    FROM members.received r
   WHERE r.closed_id = closed
     AND r.primary_id = ANY (access.scope_primaries());
  IF sides IS NOT NULL THEN
    PERFORM set_config('profbilet.primaries', sides, true);
  END IF;
  RETURN sides IS NOT NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION members.open_closed(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.open_closed(uuid) TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON members.receiver TO ${application_login};
GRANT SELECT ON members.received TO ${application_login};
GRANT SELECT, INSERT ON members.takeover TO ${application_login};
