-- Where people who move and records that merge meet what is signed for ever and what is erased.

-- A decision is never changed; its primary only says who may see it, and follows the person.
DROP TRIGGER decision_is_for_ever ON consents.decision;
CREATE TRIGGER decision_is_for_ever BEFORE UPDATE ON consents.decision
  FOR EACH ROW WHEN ((to_jsonb(OLD) - 'primary_id') IS DISTINCT FROM (to_jsonb(NEW) - 'primary_id'))
  EXECUTE FUNCTION consents.refuse_change();
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON consents.decision
  FOR EACH ROW EXECUTE FUNCTION consents.refuse_change();

-- Who holds the data is who erases it: a due erasure moves with the person.
CREATE INDEX erasure_by_person ON privacy.erasure (person_id);
ALTER TABLE privacy.erasure DROP CONSTRAINT erasure_person_id_fkey,
  ADD CONSTRAINT erasure_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;

-- A person is erased with every record that was merged into hers.
CREATE FUNCTION members.records_of(person uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
  WITH RECURSIVE record AS (
    SELECT person AS id
    UNION
    SELECT p.id FROM members.person p JOIN record r ON p.merged_into = r.id)
  SELECT id FROM record
$$;
REVOKE EXECUTE ON FUNCTION members.records_of(uuid) FROM PUBLIC;

SELECT privacy.declare_erasure('members.state', 10, 'прошлые сведения об учёте', 'DELETE');
SELECT privacy.declare_erasure('members.correction', 10, 'исправления, которые предлагал человек', 'DELETE');
SELECT privacy.declare_erasure('members.request', 10, 'запросы о переводе', 'DELETE',
  't.person_id = $1 OR t.own_person_id = $1 OR EXISTS (
     SELECT 1 FROM members.claim c WHERE c.request_id = t.id AND c.person_id = $1)');
SELECT privacy.declare_erasure('members.claim', 20, 'запросы о переводе из других организаций', 'DELETE');
SELECT privacy.declare_erasure('members.merge', 10, 'прежний вид объединённых записей',
  'before = ''{}'', after = ''{}''', 't.person_id = $1 OR t.merged_person_id = $1');
SELECT privacy.declare_erasure('members.distinct_people', 0, 'похожие люди', 'KEEP');

UPDATE privacy.erasure_rule
   SET rows_of = regexp_replace(rows_of, '= \$1', 'IN (SELECT members.records_of($1))', 'g')
 WHERE deed <> 'KEEP';
