-- A transfer, or a second link of a part-timer, has two sides, and each sees its own half: the asking one
-- never learns where the person is on record before the other side has answered.
CREATE TABLE members.request (
  id uuid CONSTRAINT request_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  wish text NOT NULL CONSTRAINT wish_is_known CHECK (wish IN ('TRANSFER', 'SECONDARY')),
  last_name text NOT NULL,
  first_name text NOT NULL,
  middle_name text,
  birth_date date NOT NULL,
  wanted_on date NOT NULL,
  -- a record of our own that is the same human; merged when she comes
  own_person_id uuid REFERENCES members.person,
  match_class text NOT NULL CONSTRAINT match_class_is_known CHECK (match_class IN ('CERTAIN', 'LIKELY')),
  state text NOT NULL DEFAULT 'WAITING'
    CONSTRAINT state_is_known CHECK (state IN ('WAITING', 'GRANTED', 'REFUSED', 'CANCELLED')),
  request_hash text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  answer text,
  person_id uuid,
  membership_id uuid,
  CONSTRAINT granted_has_a_person CHECK ((state = 'GRANTED') = (person_id IS NOT NULL))
);

CREATE INDEX request_by_primary ON members.request (primary_id, asked_at);

-- The other half: whom the request means and when she goes by herself.
CREATE TABLE members.claim (
  request_id uuid CONSTRAINT claim_key PRIMARY KEY REFERENCES members.request DEFERRABLE INITIALLY DEFERRED,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  to_primary_id uuid NOT NULL REFERENCES organisations.organisation,
  wish text NOT NULL,
  wanted_on date NOT NULL,
  match_class text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- absent where the match is only likely: then somebody has to look
  due_on date,
  state text NOT NULL DEFAULT 'WAITING'
    CONSTRAINT state_is_known CHECK (state IN ('WAITING', 'GRANTED', 'REFUSED', 'CANCELLED')),
  CONSTRAINT only_the_certain_goes_by_herself CHECK (due_on IS NULL OR match_class = 'CERTAIN')
);

CREATE INDEX claim_by_primary ON members.claim (primary_id) WHERE state = 'WAITING';
CREATE INDEX claim_by_person ON members.claim (person_id);
CREATE INDEX claim_by_due_day ON members.claim (due_on) WHERE state = 'WAITING';

ALTER TABLE members.request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE members.claim ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.request
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON members.claim
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY asking ON members.claim FOR INSERT TO CURRENT_USER
  WITH CHECK ((SELECT current_setting('profbilet.function', true)) = 'members.claim_elsewhere');
CREATE POLICY cancelling ON members.claim FOR UPDATE TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'members.cancel_claim');
CREATE POLICY looking ON members.claim FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('members.cancel_claim', 'members.due_claims'));

GRANT SELECT, INSERT, UPDATE ON members.request TO ${application_login};
GRANT SELECT ON members.claim TO ${application_login};
GRANT UPDATE (state) ON members.claim TO ${application_login};

-- Looks for the person in other primaries and lays the claim before her own; tells the class of the match
-- or nothing at all. A closed primary has nobody to answer: from there a certain person comes at once.
CREATE FUNCTION members.claim_elsewhere(
    request uuid, own_primary uuid, person jsonb, wish text, wanted date, at timestamptz, due date, today date)
  RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  alike record;
BEGIN
  SELECT * INTO alike FROM members.match(own_primary, jsonb_build_array(person), true);
  PERFORM members.note_attempt(own_primary, at, 1, CASE WHEN alike.person_id IS NULL THEN 0 ELSE 1 END);
  IF alike.person_id IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('profbilet.function', 'members.claim_elsewhere', true);
  INSERT INTO members.claim (request_id, person_id, primary_id, to_primary_id, wish, wanted_on, match_class, asked_at, due_on)
  SELECT request, alike.person_id, alike.primary_id, own_primary, wish, wanted, alike.match_class, at,
         CASE
           WHEN alike.match_class = 'LIKELY' THEN NULL
           WHEN o.status IN ('ACTIVE', 'LIQUIDATING') THEN due
           ELSE today
         END
    FROM organisations.organisation o
   WHERE o.id = alike.primary_id;
  PERFORM set_config('profbilet.function', '', true);
  RETURN alike.match_class;
END
$$;

-- The asking side takes its wish back; it still does not learn before whom the claim lies.
CREATE FUNCTION members.cancel_claim(request uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'members.cancel_claim', true);
  UPDATE members.claim c
     SET state = 'CANCELLED'
   WHERE c.request_id = request
     AND c.state = 'WAITING'
     AND c.to_primary_id = ANY (access.scope_primaries());
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- For the job: what has waited long enough, or whether this one has. Ids only.
CREATE FUNCTION members.due_claims(day date, only_request uuid) RETURNS TABLE (request_id uuid, primary_id uuid, to_primary_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'members.due_claims', true);
  RETURN QUERY
    SELECT c.request_id, c.primary_id, c.to_primary_id
      FROM members.claim c
     WHERE c.state = 'WAITING'
       AND c.due_on <= day
       AND (only_request IS NULL OR c.request_id = only_request)
     ORDER BY c.due_on, c.request_id
     LIMIT 500;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Members whose primary is closed and who wait to be taken over: numbers, no names.
CREATE FUNCTION members.count_stranded(primaries uuid[]) RETURNS TABLE (primary_id uuid, people bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT m.primary_id, count(*)
    FROM members.membership m
    JOIN organisations.organisation o
      ON o.id = m.primary_id
   WHERE m.primary_id = ANY (primaries)
     AND o.status NOT IN ('ACTIVE', 'LIQUIDATING')
     AND m.kind = 'COUNTED'
     AND m.valid_until IS NULL
   GROUP BY m.primary_id
$$;

REVOKE EXECUTE ON FUNCTION members.claim_elsewhere(uuid, uuid, jsonb, text, date, timestamptz, date, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.cancel_claim(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.due_claims(date, uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.count_stranded(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.claim_elsewhere(uuid, uuid, jsonb, text, date, timestamptz, date, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION members.cancel_claim(uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION members.due_claims(date, uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION members.count_stranded(uuid[]) TO ${application_login};
