-- Erasure after the consent to processing was withdrawn (152-ФЗ art. 21 p. 5: 30 days; order 179 of
-- Roskomnadzor: an act and an extract of the journal), and what a copy of one's own data reads.
CREATE SCHEMA privacy;

-- What is to be erased, and afterwards the journal of it: it says what was destroyed, never whose name.
CREATE TABLE privacy.erasure (
  id uuid CONSTRAINT erasure_key PRIMARY KEY,
  -- number of the act
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT erasure_number_is_unique UNIQUE,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  withdrawn_at timestamptz NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'DUE' CONSTRAINT state_is_known CHECK (state IN ('DUE', 'CANCELLED', 'DONE')),
  done_at timestamptz,
  done_by uuid,
  -- rows destroyed by category of data
  destroyed jsonb,
  CONSTRAINT done_is_whole CHECK (
    (state = 'DONE') = (done_at IS NOT NULL) AND (state = 'DONE') = (destroyed IS NOT NULL)
    AND (state = 'DONE') = (done_by IS NOT NULL))
);

CREATE UNIQUE INDEX one_erasure_is_due ON privacy.erasure (person_id) WHERE state = 'DUE';
CREATE INDEX erasure_by_primary ON privacy.erasure (primary_id, due_on);

ALTER TABLE privacy.erasure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON privacy.erasure
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON privacy.erasure
  USING (person_id = (SELECT access.scope_person()));

GRANT USAGE ON SCHEMA privacy TO ${application_login};
GRANT SELECT, INSERT, UPDATE (state) ON privacy.erasure TO ${application_login};

-- What erasure does with each table that has rows about people. Every such table must have its line here
-- (a specification looks); the lines are written by migrations only.
CREATE TABLE privacy.erasure_rule (
  table_name text CONSTRAINT erasure_rule_key PRIMARY KEY,
  -- rows that others point at go later
  place integer NOT NULL,
  -- what a person calls this data, as it stands in the act
  category text NOT NULL,
  -- which rows; $1 is the person
  rows_of text NOT NULL,
  -- KEEP, DELETE, or what an UPDATE sets
  deed text NOT NULL
);

-- For migrations: writes the rule and opens the rows of the one person to the owner while she is erased.
CREATE FUNCTION privacy.declare_erasure(
    table_name text, place integer, category text, deed text, rows_of text DEFAULT 't.person_id = $1')
  RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  INSERT INTO privacy.erasure_rule VALUES (table_name, place, category, rows_of, deed);
  EXECUTE format(
    'CREATE POLICY erasing ON %s TO CURRENT_USER
       USING ((SELECT current_setting(''profbilet.function'', true)) = ''privacy.erase'')', table_name);
END
$$;
REVOKE EXECUTE ON FUNCTION privacy.declare_erasure(text, integer, text, text, text) FROM PUBLIC;

-- An erased person is a row without a human being: counts and evidence go on pointing at it, and no
-- screen, search or match sees it any more.
ALTER TABLE members.person
  ADD COLUMN erased_at timestamptz,
  DROP CONSTRAINT ticket_number_has_ten_digits,
  ADD CONSTRAINT ticket_number_has_ten_digits CHECK ((ticket_number ~ '^[0-9]{10}$') = (erased_at IS NULL));
CREATE POLICY not_erased ON members.person AS RESTRICTIVE
  USING (erased_at IS NULL OR (SELECT current_setting('profbilet.function', true)) = 'privacy.erase');

SELECT privacy.declare_erasure('memberlists.plan_row', 10, 'строки загруженных списков', 'DELETE',
  't.person_id = $1 OR EXISTS (
     SELECT 1
       FROM members.person p
      WHERE p.id = $1
        AND strpos(lower(concat(t.title, t.member, t.changes, t.problems)), lower(p.last_name)) > 0
        AND strpos(lower(concat(t.title, t.member, t.changes, t.problems)), lower(p.first_name)) > 0)');
SELECT privacy.declare_erasure('contacts.contact', 10, 'телефоны и адреса почты', 'DELETE');
SELECT privacy.declare_erasure('contacts.push_target', 10, 'устройства для уведомлений', 'DELETE');
SELECT privacy.declare_erasure('credentials.credential', 10, 'билет на телефоне', 'DELETE');
SELECT privacy.declare_erasure('credentials.device', 20, 'телефоны с билетом', 'DELETE');
SELECT privacy.declare_erasure('credentials.activation', 30, 'листки для телефона', 'DELETE');
SELECT privacy.declare_erasure('consents.sheet', 10, 'напечатанные бланки', 'DELETE');
SELECT privacy.declare_erasure('members.change', 10, 'история изменений', 'DELETE');
SELECT privacy.declare_erasure('members.membership', 40, 'сведения о работе и учёте',
  'unit_name = NULL, position_name = NULL, staff_group = NULL, education = NULL, dues_by_payroll = NULL,
   union_roles = ''{}'', joined_union_on = valid_from, joined_union_precision = ''DAY'', registered_on = valid_from,
   admission_protocol_number = NULL, admission_protocol_on = NULL');
SELECT privacy.declare_erasure('cards.card', 40, 'имя и номер на карте',
  'printed_last_name = ''—'', printed_first_name = ''—'', printed_middle_name = NULL,
   ticket_number = ''erased:'' || t.person_id');
SELECT privacy.declare_erasure('members.person', 50, 'фамилия, имя, отчество, дата рождения, номер билета',
  'last_name = ''—'', first_name = ''—'', middle_name = NULL, birth_date = DATE ''1900-01-01'', paper_ticket = NULL,
   note = NULL, search_name = '''', ticket_number = ''erased:'' || t.id, request_hash = NULL, erased_at = now()',
  't.id = $1');
-- Evidence and counts without a name: they point at the row of nobody.
SELECT privacy.declare_erasure('consents.decision', 0, 'журнал согласий', 'KEEP');
SELECT privacy.declare_erasure('consents.current', 0, 'журнал согласий: нынешнее состояние', 'KEEP');
SELECT privacy.declare_erasure('cards.card_step', 0, 'путь карты', 'KEEP');
SELECT privacy.declare_erasure('meetings.entry', 0, 'приглашение на собрание', 'KEEP');
SELECT privacy.declare_erasure('meetings.scan', 0, 'отметка на входе', 'KEEP');
SELECT privacy.declare_erasure('meetings.presence', 0, 'присутствие на собрании', 'KEEP');
SELECT privacy.declare_erasure('meetings.conflict', 0, 'спор об отметке на входе', 'KEEP');
SELECT privacy.declare_erasure('privacy.erasure', 0, 'журнал уничтожения', 'KEEP');

-- The one way to erase: a person whose erasure is due, of a primary in scope; all tables in one
-- transaction. Gives the count of rows by category, or nothing where nothing is due.
CREATE FUNCTION privacy.erase(wanted uuid, moment timestamptz, account uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  subject uuid;
  rule record;
  touched bigint;
  counts jsonb := '{}';
BEGIN
  SELECT e.person_id
    INTO subject
    FROM privacy.erasure e
   WHERE e.id = wanted
     AND e.state = 'DUE'
     AND e.primary_id = ANY (access.scope_primaries())
     FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('profbilet.function', 'privacy.erase', true);
  FOR rule IN SELECT * FROM privacy.erasure_rule r WHERE r.deed <> 'KEEP' ORDER BY r.place, r.table_name LOOP
    EXECUTE CASE rule.deed
      WHEN 'DELETE' THEN format('DELETE FROM %s AS t WHERE %s', rule.table_name, rule.rows_of)
      ELSE format('UPDATE %s AS t SET %s WHERE %s', rule.table_name, rule.deed, rule.rows_of)
    END USING subject;
    GET DIAGNOSTICS touched = ROW_COUNT;
    IF touched > 0 THEN
      counts := counts || jsonb_build_object(rule.category, touched);
    END IF;
  END LOOP;
  UPDATE privacy.erasure
     SET state = 'DONE', done_at = moment, done_by = account, destroyed = counts
   WHERE id = wanted;
  PERFORM set_config('profbilet.function', '', true);
  RETURN counts;
END
$$;
REVOKE EXECUTE ON FUNCTION privacy.erase(uuid, timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION privacy.erase(uuid, timestamptz, uuid) TO ${application_login};

-- A copy of my own data reads what others could read of me already.
CREATE POLICY copied_by_herself ON members.change FOR SELECT
  USING (person_id = (SELECT access.scope_person()));

CREATE POLICY copied_by_herself ON meetings.presence FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');
CREATE POLICY copied_by_herself ON meetings.meeting FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');
CREATE POLICY copied_by_herself ON meetings.entry FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');

-- To which meetings the person in scope was invited or came.
CREATE FUNCTION privacy.attendance() RETURNS TABLE (title text, since timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'privacy.attendance', true);
  RETURN QUERY
    SELECT m.title, p.since
      FROM (SELECT e.meeting_id FROM meetings.entry e WHERE e.person_id = access.scope_person()
             UNION
            SELECT p.meeting_id FROM meetings.presence p WHERE p.person_id = access.scope_person()) mine
      JOIN meetings.meeting m
        ON m.id = mine.meeting_id
      LEFT JOIN meetings.presence p
        ON p.meeting_id = m.id
       AND p.person_id = access.scope_person()
     ORDER BY m.created_at;
  PERFORM set_config('profbilet.function', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION privacy.attendance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION privacy.attendance() TO ${application_login};
