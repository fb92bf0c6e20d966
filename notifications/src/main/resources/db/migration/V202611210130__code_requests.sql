-- Codes that members asked for themselves (purpose VERIFY). Neither code nor address stands here: the
-- code is made when it is sent.
CREATE TABLE notifications.code_request (
  activation_id uuid CONSTRAINT code_request_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  state text NOT NULL DEFAULT 'PENDING' CONSTRAINT state_is_known CHECK (state IN (
    'PENDING', 'CLAIMED', 'ACCEPTED', 'UNCERTAIN', 'DEAD', 'WITHHELD')),
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_owner uuid,
  lease_until timestamptz,
  CONSTRAINT claimed_has_lease CHECK ((state = 'CLAIMED') = (lease_owner IS NOT NULL)),
  CONSTRAINT lease_has_end CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
);

CREATE INDEX code_request_to_claim ON notifications.code_request (due_at) WHERE state IN ('PENDING', 'CLAIMED');

ALTER TABLE notifications.code_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_request ON notifications.code_request FOR INSERT
  WITH CHECK (person_id = (SELECT access.scope_person()));
CREATE POLICY jobs ON notifications.code_request TO CURRENT_USER
  USING (true);

-- Job 6: takes due requests under a lease, also those whose sender died: the code is the same one, and
-- three letters at most carry it.
CREATE FUNCTION notifications.claim_codes(moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (activation_id uuid, person_id uuid, attempts integer)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  UPDATE notifications.code_request AS c
     SET state = 'CLAIMED', lease_owner = new_owner, lease_until = new_until, attempts = c.attempts + 1
   WHERE c.activation_id IN (
         SELECT p.activation_id
           FROM notifications.code_request AS p
          WHERE (p.state = 'PENDING' OR (p.state = 'CLAIMED' AND p.lease_until <= moment))
            AND p.due_at <= moment
            AND p.expires_at > moment
            AND p.attempts < 3
          ORDER BY p.due_at, p.activation_id
          LIMIT most
            FOR UPDATE SKIP LOCKED)
  RETURNING c.activation_id, c.person_id, c.attempts
$$;

-- Job 7: locks a request that is still ours.
CREATE FUNCTION notifications.hold_code(wanted uuid, owner_now uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1
     FROM notifications.code_request
    WHERE activation_id = wanted
      AND state = 'CLAIMED'
      AND lease_owner = owner_now
      FOR UPDATE;
  RETURN FOUND;
END
$$;

-- Job 8: ends a claim; only the holder of the lease can.
CREATE FUNCTION notifications.settle_code(wanted uuid, owner_now uuid, new_state text, next_due timestamptz)
  RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  settled integer;
BEGIN
  UPDATE notifications.code_request
     SET state = new_state, due_at = coalesce(next_due, due_at), lease_owner = NULL, lease_until = NULL
   WHERE activation_id = wanted
     AND state = 'CLAIMED'
     AND lease_owner = owner_now;
  GET DIAGNOSTICS settled = ROW_COUNT;
  RETURN settled;
END
$$;

REVOKE EXECUTE ON FUNCTION notifications.claim_codes, notifications.hold_code, notifications.settle_code FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.claim_codes, notifications.hold_code, notifications.settle_code
  TO ${application_login};
GRANT INSERT ON notifications.code_request TO ${application_login};
