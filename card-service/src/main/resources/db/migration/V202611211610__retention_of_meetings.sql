-- How long what is known of a meeting is kept, by class, from the day its last door closed. Proposed
-- periods: a union that decides otherwise changes the row. Papers, snapshots and votes stay: they name
-- nobody but in the protocol, which a body keeps for ever.
CREATE TABLE meetings.retention (
  class text CONSTRAINT retention_key PRIMARY KEY CONSTRAINT class_is_known
    CHECK (class IN ('ANSWERS', 'TRACES', 'PEOPLE')),
  kept interval NOT NULL,
  what text NOT NULL
);
INSERT INTO meetings.retention (class, kept, what) VALUES
  ('ANSWERS', '30 days', 'ответы на вопросы на входе'),
  ('TRACES', '1 year', 'следы кодов и телефонов: хеши, решения телефонов без связи, ключи телефонов, имена дежурных'),
  ('PEOPLE', '5 years', 'кто был приглашён, кто вошёл и вышел; имена в мандатах');
GRANT SELECT ON meetings.retention TO ${application_login};

CREATE POLICY forgetting ON meetings.list FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.sitting FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.answer TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.device_decision TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.operator TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.scan TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.conflict TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.presence TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.entry TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');
CREATE POLICY forgetting ON meetings.mandate TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.forget');

-- Forgets what is too old at this moment; tells how many rows of each class.
CREATE FUNCTION meetings.forget(moment timestamptz)
  RETURNS TABLE (class text, forgotten bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
DECLARE
  past uuid[];
  counted bigint;
  total bigint;
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.forget', true);

  SELECT array_agg(ended.meeting_id) INTO past
    FROM (SELECT l.meeting_id, max(l.closes_at) AS at FROM meetings.list l GROUP BY l.meeting_id) ended
   WHERE ended.at < moment - (SELECT r.kept FROM meetings.retention r WHERE r.class = 'ANSWERS');
  DELETE FROM meetings.answer a WHERE a.meeting_id = ANY (past);
  GET DIAGNOSTICS total = ROW_COUNT;
  class := 'ANSWERS';
  forgotten := total;
  RETURN NEXT;

  SELECT array_agg(ended.meeting_id) INTO past
    FROM (SELECT l.meeting_id, max(l.closes_at) AS at FROM meetings.list l GROUP BY l.meeting_id) ended
   WHERE ended.at < moment - (SELECT r.kept FROM meetings.retention r WHERE r.class = 'TRACES');
  DELETE FROM meetings.device_decision d WHERE d.meeting_id = ANY (past);
  GET DIAGNOSTICS total = ROW_COUNT;
  UPDATE meetings.scan s
     SET credential_hash = '', fact_hash = '', replay_list = NULL, replay_index = NULL, replay_at = NULL
   WHERE s.meeting_id = ANY (past)
     AND s.credential_hash <> '';
  GET DIAGNOSTICS counted = ROW_COUNT;
  total := total + counted;
  UPDATE meetings.device d
     SET key_x = '', key_y = '', name = '—'
   WHERE d.meeting_id = ANY (past)
     AND d.name <> '—';
  GET DIAGNOSTICS counted = ROW_COUNT;
  total := total + counted;
  UPDATE meetings.operator o
     SET name = '—', pin_hash = CAST(o.id AS text)
   WHERE o.meeting_id = ANY (past)
     AND o.name <> '—';
  GET DIAGNOSTICS counted = ROW_COUNT;
  class := 'TRACES';
  forgotten := total + counted;
  RETURN NEXT;

  SELECT array_agg(ended.meeting_id) INTO past
    FROM (SELECT l.meeting_id, max(l.closes_at) AS at FROM meetings.list l GROUP BY l.meeting_id) ended
   WHERE ended.at < moment - (SELECT r.kept FROM meetings.retention r WHERE r.class = 'PEOPLE');
  DELETE FROM meetings.presence p WHERE p.meeting_id = ANY (past);
  GET DIAGNOSTICS total = ROW_COUNT;
  DELETE FROM meetings.entry e WHERE e.meeting_id = ANY (past);
  GET DIAGNOSTICS counted = ROW_COUNT;
  total := total + counted;
  UPDATE meetings.scan s SET person_id = NULL WHERE s.meeting_id = ANY (past) AND s.person_id IS NOT NULL;
  GET DIAGNOSTICS counted = ROW_COUNT;
  total := total + counted;
  UPDATE meetings.conflict c SET person_id = NULL WHERE c.meeting_id = ANY (past) AND c.person_id IS NOT NULL;
  GET DIAGNOSTICS counted = ROW_COUNT;
  total := total + counted;
  -- a body that still sits keeps its mandates
  UPDATE meetings.mandate m
     SET full_name = '—', ticket_number = '', birth_year = 0
   WHERE m.full_name <> '—'
     AND EXISTS (SELECT 1 FROM meetings.sitting s WHERE s.body_id = m.body_id)
     AND NOT EXISTS (SELECT 1
                       FROM meetings.sitting s
                      WHERE s.body_id = m.body_id
                        AND NOT s.meeting_id = ANY (coalesce(past, '{}')));
  GET DIAGNOSTICS counted = ROW_COUNT;
  class := 'PEOPLE';
  forgotten := total + counted;
  RETURN NEXT;

  PERFORM set_config('profbilet.function', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION meetings.forget(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meetings.forget(timestamptz) TO ${application_login};
