-- A phone or a browser that changes hands takes its push target along: the one who signed in last gets
-- the messages. She cannot see the row of the one before her, so this function closes it for her.
CREATE POLICY handed_on ON contacts.push_target TO CURRENT_USER
  USING (true);

CREATE FUNCTION contacts.let_go_of_target(wanted_kind text, wanted_value text, new_person uuid, moment timestamptz)
  RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  closed integer;
BEGIN
  UPDATE contacts.push_target
     SET dead_at = moment
   WHERE kind = wanted_kind
     AND value = wanted_value
     AND person_id <> new_person
     AND dead_at IS NULL;
  GET DIAGNOSTICS closed = ROW_COUNT;
  RETURN closed;
END
$$;

REVOKE EXECUTE ON FUNCTION contacts.let_go_of_target FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contacts.let_go_of_target TO ${application_login};
