-- What was true of a membership on any day, and when we came to know it: two times, kept beside the rows
-- that today's screens read. A membership that never changed has no row here, so loads and lists pay nothing.
ALTER TABLE members.membership
  ADD COLUMN suspended_until date,
  ADD CONSTRAINT only_the_suspended_have_a_term
    CHECK (suspended_until IS NULL OR category IN ('ON_LEAVE', 'LAID_OFF'));

CREATE TABLE members.state (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT state_key PRIMARY KEY,
  membership_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  engagement text NOT NULL,
  unit_name text,
  position_name text,
  staff_group text,
  education text,
  dues_by_payroll boolean,
  union_roles text[] NOT NULL,
  suspended_until date,
  -- the days on which it was so
  true_from date NOT NULL,
  true_until date,
  -- the moments at which we believed it
  known_from timestamptz NOT NULL,
  known_until timestamptz,
  recorded_by uuid,
  reason text,
  -- the merge that took the belief away
  merge_id uuid,
  CONSTRAINT one_truth_about_a_day_at_any_moment EXCLUDE USING gist (
    membership_id WITH =, daterange(true_from, true_until) WITH &&, tstzrange(known_from, known_until) WITH &&)
);

CREATE INDEX state_by_person ON members.state (person_id);
CREATE INDEX state_by_primary ON members.state (primary_id, true_from);
CREATE INDEX membership_by_primary_and_time ON members.membership (primary_id, valid_from);

ALTER TABLE members.state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.state
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON members.state FOR SELECT
  USING (person_id = (SELECT access.scope_person()));

-- Every membership on every day as known at every moment: ask with
-- true_from <= day < true_until and known_from <= moment < known_until.
CREATE VIEW members.on_record WITH (security_invoker = true) AS
  SELECT m.id AS membership_id, m.person_id, m.primary_id, m.kind, m.category, m.engagement, m.unit_name,
         m.position_name, m.staff_group, m.education, m.dues_by_payroll, m.union_roles, m.suspended_until,
         m.valid_from AS true_from, m.valid_until AS true_until, m.recorded_at AS known_from,
         CAST(NULL AS timestamptz) AS known_until, m.recorded_by, CAST(NULL AS text) AS reason
    FROM members.membership m
   WHERE NOT EXISTS (SELECT 1 FROM members.state s WHERE s.membership_id = m.id)
  UNION ALL
  SELECT s.membership_id, s.person_id, s.primary_id, s.kind, s.category, s.engagement, s.unit_name,
         s.position_name, s.staff_group, s.education, s.dues_by_payroll, s.union_roles, s.suspended_until,
         s.true_from, s.true_until, s.known_from, s.known_until, s.recorded_by, s.reason
    FROM members.state s;

CREATE INDEX state_by_membership ON members.state (membership_id);

GRANT SELECT, INSERT ON members.state TO ${application_login};
GRANT UPDATE (known_until, merge_id) ON members.state TO ${application_login};
GRANT SELECT ON members.on_record TO ${application_login};
