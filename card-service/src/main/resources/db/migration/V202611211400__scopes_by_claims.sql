-- More than one primary is opened by the database itself, from what it knows: a claim that waits, or the
-- periods of one's own people. No request names the other side.

CREATE POLICY opening ON members.claim FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'members.open_claim');

-- Both sides of a claim that waits: to the primary where the person is, to herself, and to the asking
-- primary once nobody has answered in time.
CREATE FUNCTION members.open_claim(request uuid, day date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  sides text;
BEGIN
  PERFORM set_config('profbilet.function', 'members.open_claim', true);
  SELECT concat_ws(',', c.primary_id, c.to_primary_id) INTO sides
    FROM members.claim c
   WHERE c.request_id = request
     AND c.state = 'WAITING'
     AND (c.primary_id = ANY (access.scope_primaries())
       OR c.person_id = access.scope_person()
       OR c.to_primary_id = ANY (access.scope_primaries()) AND c.due_on <= day);
  PERFORM set_config('profbilet.function', '', true);
  IF sides IS NOT NULL THEN
    PERFORM set_config('profbilet.primaries', sides, true);
  END IF;
  RETURN sides IS NOT NULL;
END
$$;

-- Where people of the primary in scope were on record before: their periods lie there, and a merge must
-- reach them.
CREATE FUNCTION members.open_periods_of(people uuid[]) RETURNS text
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT set_config('profbilet.primaries', string_agg(CAST(reached.primary_id AS text), ','), true)
    FROM (SELECT unnest(access.scope_primaries()) AS primary_id
           UNION
          SELECT m.primary_id
            FROM members.person p
            JOIN members.membership m
              ON m.person_id = p.id
           WHERE p.id = ANY (people)
             AND p.primary_id = ANY (access.scope_primaries())) reached
$$;

DROP FUNCTION members.primaries_of(uuid[]);
REVOKE EXECUTE ON FUNCTION members.open_claim(uuid, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.open_periods_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.open_claim(uuid, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION members.open_periods_of(uuid[]) TO ${application_login};
