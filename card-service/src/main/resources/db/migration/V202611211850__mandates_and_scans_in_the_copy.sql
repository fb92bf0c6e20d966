-- The copy of her own data shows her mandates, every time she was scanned and what she answered at the door.
CREATE POLICY copied_by_herself ON meetings.mandate FOR SELECT
  USING (person_id = (SELECT access.scope_person()));

CREATE POLICY copied_by_herself ON meetings.scan FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');
CREATE POLICY copied_by_herself ON meetings.list FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');
CREATE POLICY copied_by_herself ON meetings.answer FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'privacy.attendance');

CREATE FUNCTION privacy.scans()
  RETURNS TABLE (title text, at text, door text, outcome text, answers text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'privacy.attendance', true);
  RETURN QUERY
    SELECT coalesce(l.name || ', ', '') || m.title,
           to_char(s.effective_at AT TIME ZONE m.zone, 'DD.MM.YYYY HH24.MI'),
           s.door,
           s.outcome,
           (SELECT string_agg(coalesce(q.asked ->> 'text', 'вопрос') || ' — '
                     || coalesce((SELECT c.choice ->> 'text'
                                    FROM jsonb_path_query(q.asked, '$.choices[*]') AS c (choice)
                                   WHERE c.choice ->> 'id' = a.answer), a.answer), '; ' ORDER BY a.question_id)
              FROM meetings.answer a
              LEFT JOIN LATERAL jsonb_path_query(l.settings, '$.questions[*]') AS q (asked)
                ON q.asked ->> 'id' = a.question_id
             WHERE a.scan_id = s.id)
      FROM meetings.scan s
      JOIN meetings.list l
        ON l.id = s.list_id
      JOIN meetings.meeting m
        ON m.id = s.meeting_id
     WHERE s.person_id = access.scope_person()
     ORDER BY s.effective_at, s.id;
  PERFORM set_config('profbilet.function', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION privacy.scans() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION privacy.scans() TO ${application_login};
