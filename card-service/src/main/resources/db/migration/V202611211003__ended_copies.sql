-- Doors without a network learn which printed cards are no longer good: the numbers of copies of all
-- primaries that have ended, and nothing else of them. The rows open to this function alone, while it runs.
CREATE INDEX ended_copy ON cards.card (ticket_number, serial)
  WHERE status IN ('LOST', 'WITHDRAWN', 'REPLACED', 'ANNULLED', 'DEFECTIVE', 'LOST_IN_TRANSIT');

CREATE POLICY ended_copies ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'cards.ended_copies');

CREATE FUNCTION cards.ended_copies() RETURNS TABLE (ticket_number text, serial text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'cards.ended_copies', true);
  RETURN QUERY
    SELECT c.ticket_number, c.serial
      FROM cards.card c
     WHERE c.status IN ('LOST', 'WITHDRAWN', 'REPLACED', 'ANNULLED', 'DEFECTIVE', 'LOST_IN_TRANSIT')
     ORDER BY c.ticket_number, c.serial;
  PERFORM set_config('profbilet.function', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION cards.ended_copies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cards.ended_copies() TO ${application_login};
