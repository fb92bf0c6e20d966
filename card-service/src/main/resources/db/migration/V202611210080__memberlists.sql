-- A loaded list becomes a plan that is executed exactly or not at all; the file itself is not kept.
CREATE SCHEMA memberlists;

CREATE TABLE memberlists.plan (
  id uuid CONSTRAINT plan_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  file_sha256 text NOT NULL,
  file_format text NOT NULL,
  -- how the register of the primary stood; apply refuses when it stands otherwise
  register_version text NOT NULL,
  row_count integer NOT NULL,
  missing_count integer NOT NULL,
  stated_total integer,
  ignored_columns text NOT NULL,
  applied_at timestamptz,
  applied_by uuid,
  applied_result jsonb,
  CONSTRAINT applied_has_result CHECK ((applied_at IS NULL) = (applied_result IS NULL))
);

CREATE INDEX plan_by_primary ON memberlists.plan (primary_id, created_at);

CREATE TABLE memberlists.plan_row (
  plan_id uuid NOT NULL REFERENCES memberlists.plan,
  row_number integer NOT NULL,
  primary_id uuid NOT NULL,
  outcome text NOT NULL CONSTRAINT outcome_is_known
    CHECK (outcome IN ('NEW', 'CHANGED', 'UNCHANGED', 'SIMILAR', 'DUPLICATE_ELSEWHERE', 'ERROR')),
  title text NOT NULL,
  -- whom of the register the row is about, or looks like
  person_id uuid,
  member jsonb,
  changes jsonb NOT NULL,
  problems jsonb NOT NULL,
  CONSTRAINT plan_row_key PRIMARY KEY (plan_id, row_number)
);

ALTER TABLE memberlists.plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memberlists.plan_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON memberlists.plan
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON memberlists.plan_row
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));

GRANT USAGE ON SCHEMA memberlists TO ${application_login};
GRANT SELECT, INSERT ON memberlists.plan, memberlists.plan_row TO ${application_login};
GRANT UPDATE (applied_at, applied_by, applied_result) ON memberlists.plan TO ${application_login};

-- Persons and their memberships are joined by the thousand.
CREATE INDEX membership_by_person ON members.membership (person_id);

-- A person added by hand: the key of the request is her id, its hash tells the same request again.
ALTER TABLE members.person ADD COLUMN request_hash text;

-- Who of these people is on record in another primary: yes or no, never where. The owner's policy is
-- what lets this one function look across primaries; the application's login has no such policy.
CREATE POLICY matching ON members.person FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY matching ON members.membership FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION members.match_elsewhere(own_primary uuid, people jsonb)
  RETURNS TABLE (place integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT DISTINCT asked.place
    FROM jsonb_to_recordset(people) AS asked (place integer, "searchName" text, "birthDate" date)
    JOIN members.person person
      ON person.search_name = asked."searchName"
     AND person.birth_date = asked."birthDate"
    JOIN members.membership membership
      ON membership.person_id = person.id
   WHERE person.primary_id <> own_primary
     AND membership.kind = 'COUNTED'
     AND membership.valid_until IS NULL
     AND jsonb_array_length(people) <= 20000
     AND own_primary = ANY (access.scope_primaries())
$$;

REVOKE EXECUTE ON FUNCTION members.match_elsewhere(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.match_elsewhere(uuid, jsonb) TO ${application_login};

-- After thousands of rows in one go the planner must not go on believing in small tables until the
-- next automatic ANALYZE: lists of members took minutes so. Owners only may analyse, hence the function.
CREATE FUNCTION members.refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  ANALYZE members.person, members.membership, contacts.contact, consents.decision, consents.current;
END
$$;

REVOKE EXECUTE ON FUNCTION members.refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.refresh_statistics() TO ${application_login};
