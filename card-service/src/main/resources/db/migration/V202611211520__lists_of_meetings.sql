-- A meeting has several lists (the hall, a day, lunch), each with its own hours, policy, doors, rules and
-- questions. People are invited to the meeting; a list takes all of them, or those of some categories.
ALTER TABLE meetings.meeting ADD COLUMN cancelled_at timestamptz;

ALTER TABLE meetings.list
  DROP CONSTRAINT one_list_a_meeting,
  DROP CONSTRAINT policy_is_known,
  ADD CONSTRAINT policy_is_known CHECK (policy IN ('REENTRY', 'SINGLE', 'DAILY', 'MULTI')),
  -- that of the meeting where absent
  ADD COLUMN name text,
  -- who enters one list of a group has left the others
  ADD COLUMN exclusive_group text,
  -- categories, doors, rules, questions: what a door decides by, as org.profbilet.contract.scanner.ListSettings
  ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN request_hash text;
CREATE INDEX list_by_meeting ON meetings.list (meeting_id, opens_at, id);

ALTER TABLE meetings.entry
  DROP CONSTRAINT entry_key,
  DROP COLUMN list_id,
  ADD CONSTRAINT entry_key PRIMARY KEY (meeting_id, person_id),
  ADD COLUMN category text NOT NULL DEFAULT '',
  -- the volunteer is told to look up; why is told to the registrar in another way
  ADD COLUMN attention boolean NOT NULL DEFAULT false,
  -- may come in although not a member yet
  ADD COLUMN pending_welcome boolean NOT NULL DEFAULT false,
  ADD COLUMN mandate text NOT NULL DEFAULT 'CONFIRMED' CONSTRAINT mandate_is_known
    CHECK (mandate IN ('CONFIRMED', 'NOT_CONFIRMED', 'WITHDRAWN', 'REPLACED', 'ALTERNATE'));

GRANT UPDATE (cancelled_at) ON meetings.meeting TO ${application_login};
GRANT UPDATE (name, policy, opens_at, closes_at, exclusive_group, settings, closed_at) ON meetings.list TO ${application_login};
GRANT UPDATE (category, attention, pending_welcome, mandate) ON meetings.entry TO ${application_login};

-- Who holds this ticket, or is this person, how she stands to the Union on this day, what became of this copy of her card, and
-- how she is expected at the meeting in scope. Only for the door of a meeting.
DROP FUNCTION meetings.holder(text, text, date);
CREATE FUNCTION meetings.holder(ticket text, copy text, person uuid, day date)
  RETURNS TABLE (
    person_id uuid, ticket_number text, short_name text, membership text, card_status text, is_invited boolean,
    category text, attention boolean, pending_welcome boolean, mandate text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.holder', true);
  RETURN QUERY
    SELECT p.id,
           p.ticket_number,
           meetings.short_name(p.last_name, p.first_name, p.middle_name),
           (SELECT CASE
                     WHEN bool_or(m.valid_from <= day AND (m.valid_until IS NULL OR m.valid_until > day)) THEN 'ACTIVE'
                     WHEN bool_or(m.valid_from > day) THEN 'PENDING'
                     ELSE 'ENDED'
                   END
              FROM members.membership m
             WHERE m.person_id = p.id
               AND m.kind = 'COUNTED'),
           (SELECT c.status
              FROM cards.card c
             WHERE c.ticket_number = ticket
               AND c.serial = copy),
           e.person_id IS NOT NULL,
           coalesce(e.category, ''), coalesce(e.attention, false), coalesce(e.pending_welcome, false),
           coalesce(e.mandate, 'CONFIRMED')
      FROM (WITH RECURSIVE record AS (
              SELECT shown.id, shown.merged_into
                FROM members.person shown
               WHERE shown.ticket_number = ticket
                  OR shown.id = person
               UNION
              SELECT kept.id, kept.merged_into
                FROM record
                JOIN members.person kept
                  ON kept.id = record.merged_into)
            SELECT record.id FROM record WHERE record.merged_into IS NULL) who
      JOIN members.person p
        ON p.id = who.id
      LEFT JOIN meetings.entry e
        ON e.meeting_id = access.scope_meeting()
       AND e.person_id = p.id
     WHERE access.scope_meeting() IS NOT NULL;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- People expected at the meeting in scope, with the copy of the card that each has in her hands: what the
-- offline list is sealed from.
DROP FUNCTION meetings.invited(date);
CREATE FUNCTION meetings.invited(day date)
  RETURNS TABLE (
    person_id uuid, ticket_number text, short_name text, card_serial text, category text,
    attention boolean, mandate text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.invited', true);
  RETURN QUERY
    SELECT p.id, p.ticket_number, meetings.short_name(p.last_name, p.first_name, p.middle_name),
           c.serial, e.category, e.attention, e.mandate
      FROM meetings.entry e
      JOIN members.person p
        ON p.id = e.person_id
      LEFT JOIN cards.card c
        ON c.person_id = p.id
       AND c.status = 'ISSUED'
     WHERE e.meeting_id = access.scope_meeting()
       AND p.merged_into IS NULL
       AND EXISTS (SELECT 1
                     FROM members.membership m
                    WHERE m.person_id = p.id
                      AND m.kind = 'COUNTED'
                      AND (m.valid_from <= day OR e.pending_welcome)
                      AND (m.valid_until IS NULL OR m.valid_until > day))
       AND NOT EXISTS (SELECT 1
                         FROM consents.current k
                        WHERE k.person_id = p.id
                          AND k.purpose = 'UNION_PROCESSING'
                          AND k.state = 'WITHDRAWN');
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- «Ё», Tatar and Bashkir letters as they are typed where a keyboard has none of them.
CREATE FUNCTION meetings.fold(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(lower(name), 'ёәөүҗңһҡғҙҫ', 'еаоужнхкгзс');

-- Twenty people at most of those expected at the meeting in scope, or scanned there, whose name begins so.
CREATE POLICY searched_at_a_door ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.search');
CREATE POLICY searched_at_a_door ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.search');
CREATE FUNCTION meetings.search(beginning text, day date)
  RETURNS TABLE (person_id uuid, ticket_number text, short_name text, category text, is_member boolean, mandate text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.search', true);
  RETURN QUERY
    SELECT p.id, p.ticket_number, meetings.short_name(p.last_name, p.first_name, p.middle_name),
           coalesce(e.category, ''),
           EXISTS (SELECT 1
                     FROM members.membership m
                    WHERE m.person_id = p.id
                      AND m.kind = 'COUNTED'
                      AND m.valid_from <= day
                      AND (m.valid_until IS NULL OR m.valid_until > day)),
           coalesce(e.mandate, 'CONFIRMED')
      FROM (SELECT i.person_id FROM meetings.entry i WHERE i.meeting_id = access.scope_meeting()
             UNION
            SELECT s.person_id FROM meetings.scan s WHERE s.meeting_id = access.scope_meeting()) known
      JOIN members.person p
        ON p.id = known.person_id
      LEFT JOIN meetings.entry e
        ON e.meeting_id = access.scope_meeting()
       AND e.person_id = p.id
     WHERE length(beginning) >= 3
       AND starts_with(meetings.fold(p.search_name), meetings.fold(beginning))
     ORDER BY meetings.fold(p.search_name), p.id
     LIMIT 20;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Of records that were made one, those that came to the meeting in scope.
CREATE INDEX person_by_kept_record ON members.person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX scan_of_person ON meetings.scan (person_id);
CREATE POLICY merged_at_a_door ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('meetings.records_of', 'meetings.kept_record'));
CREATE FUNCTION meetings.records_of(person uuid) RETURNS TABLE (person_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.records_of', true);
  RETURN QUERY
    WITH RECURSIVE record AS (
      SELECT gone.id FROM members.person gone WHERE gone.merged_into = person
       UNION
      SELECT gone.id FROM record JOIN members.person gone ON gone.merged_into = record.id)
    SELECT record.id
      FROM record
     WHERE EXISTS (SELECT 1 FROM meetings.scan s WHERE s.person_id = record.id);
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- The record that stays, of a person who came to a meeting in scope.
CREATE FUNCTION meetings.kept_record(person uuid) RETURNS TABLE (person_id uuid, ticket_number text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.kept_record', true);
  RETURN QUERY
    WITH RECURSIVE record AS (
      SELECT shown.id, shown.ticket_number, shown.merged_into FROM members.person shown WHERE shown.id = person
       UNION
      SELECT kept.id, kept.ticket_number, kept.merged_into
        FROM record
        JOIN members.person kept
          ON kept.id = record.merged_into)
    SELECT record.id, record.ticket_number
      FROM record
     WHERE record.merged_into IS NULL
       AND EXISTS (SELECT 1 FROM meetings.scan s WHERE s.person_id = person);
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION meetings.holder(text, text, uuid, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.invited(date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.search(text, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.records_of(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.kept_record(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meetings.holder(text, text, uuid, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.invited(date) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.search(text, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.records_of(uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.kept_record(uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.fold(text) TO ${application_login};
