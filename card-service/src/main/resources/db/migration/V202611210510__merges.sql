-- Two records of one human become one, and two again when it was a mistake. The record that goes keeps its
-- rows: it points to the one that stays, and its periods become empty (they never were another member).
ALTER TABLE members.person ADD COLUMN merged_into uuid REFERENCES members.person
  CONSTRAINT nobody_is_merged_into_herself CHECK (merged_into <> id);

CREATE TABLE members.merge (
  id uuid CONSTRAINT merge_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  person_id uuid NOT NULL REFERENCES members.person,
  merged_person_id uuid NOT NULL REFERENCES members.person,
  -- the rows as they were, column by column, and as the merge left them
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  request_hash text NOT NULL,
  merged_by uuid,
  merged_at timestamptz NOT NULL,
  undone_by uuid,
  undone_at timestamptz
);

CREATE INDEX merge_by_primary ON members.merge (primary_id, merged_at);

-- A period that a merge gave to the one who stays; only such a row may ever be deleted, by the undoing.
ALTER TABLE members.membership ADD COLUMN merge_id uuid REFERENCES members.merge DEFERRABLE INITIALLY DEFERRED;

-- Two records that look alike and are two people, said by a chair once and for all.
CREATE TABLE members.distinct_people (
  person_id uuid NOT NULL REFERENCES members.person,
  other_person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  said_by uuid NOT NULL,
  said_at timestamptz NOT NULL,
  CONSTRAINT distinct_people_key PRIMARY KEY (person_id, other_person_id),
  CONSTRAINT a_pair_is_kept_once CHECK (person_id < other_person_id)
);

ALTER TABLE members.merge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE members.distinct_people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.merge
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON members.distinct_people
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY only_what_a_merge_gave ON members.membership AS RESTRICTIVE FOR DELETE
  USING (merge_id IS NOT NULL);

GRANT SELECT, INSERT ON members.merge, members.distinct_people TO ${application_login};
GRANT UPDATE (said_at) ON members.distinct_people TO ${application_login};
GRANT UPDATE (undone_by, undone_at) ON members.merge TO ${application_login};
GRANT DELETE ON members.membership TO ${application_login};

-- Where people of the primary in scope were on record before: their periods lie there, and a merge must
-- reach them. Ids of primaries only, only for people of one's own.
CREATE FUNCTION members.primaries_of(people uuid[]) RETURNS TABLE (primary_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT DISTINCT m.primary_id
    FROM members.person p
    JOIN members.membership m
      ON m.person_id = p.id
   WHERE p.id = ANY (people)
     AND p.primary_id = ANY (access.scope_primaries())
$$;

REVOKE EXECUTE ON FUNCTION members.primaries_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.primaries_of(uuid[]) TO ${application_login};
