-- Who withdrew the consent to processing is on no offline list that is sealed from then on.
CREATE POLICY at_a_door ON consents.current FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.invited');

CREATE OR REPLACE FUNCTION meetings.invited(day date)
  RETURNS TABLE (person_id uuid, ticket_number text, short_name text, card_serial text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.invited', true);
  RETURN QUERY
    SELECT p.id, p.ticket_number, meetings.short_name(p.last_name, p.first_name, p.middle_name), c.serial
      FROM meetings.entry e
      JOIN members.person p
        ON p.id = e.person_id
      LEFT JOIN cards.card c
        ON c.person_id = p.id
       AND c.status = 'ISSUED'
     WHERE e.meeting_id = access.scope_meeting()
       AND EXISTS (SELECT 1
                     FROM members.membership m
                    WHERE m.person_id = p.id
                      AND m.kind = 'COUNTED'
                      AND m.valid_from <= day
                      AND (m.valid_until IS NULL OR m.valid_until > day))
       AND NOT EXISTS (SELECT 1
                         FROM consents.current k
                        WHERE k.person_id = p.id
                          AND k.purpose = 'UNION_PROCESSING'
                          AND k.state = 'WITHDRAWN');
  PERFORM set_config('profbilet.function', '', true);
END
$$;
