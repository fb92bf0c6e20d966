-- The ledger goes along when its person is transferred: the primary in whose sight she is may change, and
-- nothing else of a decision ever. And a list that was loaded by mistake takes back the papers it told of.
CREATE FUNCTION consents.refuse_change_of_decision() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'primary_id' = to_jsonb(OLD) - 'primary_id' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND OLD.recording_id = nullif(current_setting('profbilet.taken_back', true), '')::uuid THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'PF003';
END
$$;
DROP TRIGGER decision_is_for_ever ON consents.decision;
CREATE TRIGGER decision_is_for_ever BEFORE UPDATE OR DELETE ON consents.decision
  FOR EACH ROW EXECUTE FUNCTION consents.refuse_change_of_decision();

ALTER FUNCTION consents.take_back(uuid, uuid[]) RENAME TO take_back_of;
REVOKE EXECUTE ON FUNCTION consents.take_back_of(uuid, uuid[]) FROM ${application_login};

-- Names the recording while its papers go: no other row of the ledger can be deleted meanwhile.
CREATE FUNCTION consents.take_back(recording uuid, people uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.taken_back', recording::text, true);
  PERFORM consents.take_back_of(recording, people);
  PERFORM set_config('profbilet.taken_back', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION consents.take_back(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consents.take_back(uuid, uuid[]) TO ${application_login};

-- What is due goes along too: the new chair erases.
ALTER TABLE privacy.erasure DROP CONSTRAINT erasure_person_id_fkey,
  ADD CONSTRAINT erasure_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;

SELECT privacy.declare_erasure('members.state', 45, 'прежние сведения о работе и учёте',
  'unit_name = NULL, position_name = NULL, staff_group = NULL, education = NULL, dues_by_payroll = NULL,
   union_roles = ''{}'', reason = NULL');
SELECT privacy.declare_erasure('members.correction', 10, 'предложенные исправления', 'DELETE');
SELECT privacy.declare_erasure('members.distinct_people', 10, 'отметки «это разные люди»', 'DELETE',
  '$1 IN (t.person_id, t.other_person_id)');
-- Periods point at a merge: it stays, and forgets the rows it could have brought back.
SELECT privacy.declare_erasure('members.merge', 10, 'записи до объединения',
  'before = ''{}'', after = ''{}''', '$1 IN (t.person_id, t.merged_person_id)');
SELECT privacy.declare_erasure('members.claim', 10, 'запросы о переводе', 'DELETE',
  't.person_id = $1 OR t.request_id IN (
     SELECT r.id
       FROM members.request r
       JOIN members.person p
         ON p.id = $1
      WHERE $1 IN (r.person_id, r.own_person_id)
         OR (r.birth_date = p.birth_date AND lower(r.last_name) = lower(p.last_name)))');
SELECT privacy.declare_erasure('members.request', 20, 'просьбы о переводе', 'DELETE',
  '$1 IN (t.person_id, t.own_person_id) OR EXISTS (
     SELECT 1
       FROM members.person p
      WHERE p.id = $1
        AND p.birth_date = t.birth_date
        AND lower(p.last_name) = lower(t.last_name))');
SELECT privacy.declare_erasure('memberlists.applied_row', 10, 'загруженное из списков, до отмены', 'DELETE');
SELECT privacy.declare_erasure('audit.view', 10, 'причины, по которым запись смотрели', 'reason = ''—''',
  't.person_id = $1 AND t.reason IS NOT NULL');

-- A human being may have had more than one record: those that were merged into hers go with her.
CREATE OR REPLACE FUNCTION privacy.erase(wanted uuid, moment timestamptz, account uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  subject uuid;
  every_record uuid[];
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
  WITH RECURSIVE hers AS (
    SELECT subject AS id
     UNION
    SELECT p.id FROM members.person p JOIN hers ON p.merged_into = hers.id)
  SELECT array_agg(hers.id) INTO every_record FROM hers;
  FOREACH subject IN ARRAY every_record LOOP
    FOR rule IN SELECT * FROM privacy.erasure_rule r WHERE r.deed <> 'KEEP' ORDER BY r.place, r.table_name LOOP
      EXECUTE CASE rule.deed
        WHEN 'DELETE' THEN format('DELETE FROM %s AS t WHERE %s', rule.table_name, rule.rows_of)
        ELSE format('UPDATE %s AS t SET %s WHERE %s', rule.table_name, rule.deed, rule.rows_of)
      END USING subject;
      GET DIAGNOSTICS touched = ROW_COUNT;
      IF touched > 0 THEN
        counts := counts || jsonb_build_object(
          rule.category, touched + coalesce((counts ->> rule.category)::bigint, 0));
      END IF;
    END LOOP;
  END LOOP;
  UPDATE privacy.erasure
     SET state = 'DONE', done_at = moment, done_by = account, destroyed = counts
   WHERE id = wanted;
  PERFORM set_config('profbilet.function', '', true);
  RETURN counts;
END
$$;
