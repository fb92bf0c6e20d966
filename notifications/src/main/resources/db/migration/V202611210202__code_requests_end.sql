-- A request for a code always comes to an end: without this one that no letter could be sent for in
-- its time stayed PENDING for ever, and one whose sender died at the third try stayed CLAIMED.
CREATE FUNCTION notifications.end_codes(moment timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  ended integer;
BEGIN
  UPDATE notifications.code_request
     SET state = CASE state WHEN 'PENDING' THEN 'WITHHELD' ELSE 'UNCERTAIN' END,
         lease_owner = NULL,
         lease_until = NULL
   WHERE (state = 'PENDING' AND expires_at <= moment)
      OR (state = 'CLAIMED' AND lease_until <= moment AND (expires_at <= moment OR attempts >= 3));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END
$$;

REVOKE EXECUTE ON FUNCTION notifications.end_codes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.end_codes TO ${application_login};
