-- A ticket stays on the phone and says in words what became of it; and a stranger may ask whether it is good.

-- Who came back on the day she had left gets a fresh credential beside the one that became invalid; the device
-- is locked while they are made.
ALTER TABLE credentials.credential DROP CONSTRAINT one_of_a_kind_a_day;
CREATE INDEX credential_by_device ON credentials.credential (device_id, kind, issued_on);

CREATE POLICY at_a_counter ON credentials.credential FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'credentials.bearer');
CREATE POLICY at_a_counter ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'credentials.plastic_bearer');

-- Whose credential was shown at a counter; its signatures were verified before.
CREATE FUNCTION credentials.bearer(list integer, entry integer) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.bearer', true);
  found_person := (
      SELECT c.person_id FROM credentials.credential c WHERE c.list_number = list AND c.index = entry);
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

-- Whose plastic copy was shown at a counter; its secret was compared before. Only a copy in its member's hands counts.
CREATE FUNCTION credentials.plastic_bearer(ticket text, copy text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.plastic_bearer', true);
  found_person := (
      SELECT c.person_id
        FROM cards.card c
       WHERE c.ticket_number = ticket
         AND c.serial = copy
         AND c.status = 'ISSUED');
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

REVOKE EXECUTE ON FUNCTION credentials.bearer(integer, integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.plastic_bearer(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credentials.bearer(integer, integer) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.plastic_bearer(text, text) TO ${application_login};
