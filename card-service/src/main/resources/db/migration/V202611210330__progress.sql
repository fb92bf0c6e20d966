-- How far every primary is on the road map of seven steps (seed 001), in counts only. The counts are made
-- across primaries by one narrow function; no name leaves it.
CREATE SCHEMA statistics;

CREATE TABLE statistics.progress (
  primary_id uuid CONSTRAINT progress_key PRIMARY KEY REFERENCES organisations.organisation,
  counted_at timestamptz NOT NULL,
  logins integer NOT NULL,
  trained_on date,
  missing_fields integer NOT NULL,
  declared integer,
  declared_on date,
  entered integer NOT NULL,
  decided integer NOT NULL,
  consented integer NOT NULL,
  ordered integer NOT NULL,
  received integer NOT NULL,
  issued integer NOT NULL,
  last_movement_on date,
  computer text,
  internet text,
  has_access boolean GENERATED ALWAYS AS (logins > 0) STORED,
  is_trained boolean GENERATED ALWAYS AS (trained_on IS NOT NULL) STORED,
  has_passport boolean GENERATED ALWAYS AS (missing_fields = 0) STORED,
  -- without a declared number nobody can say that all are entered
  is_entered boolean GENERATED ALWAYS AS (entered > 0 AND coalesce(entered >= declared, false)) STORED,
  is_decided boolean GENERATED ALWAYS AS (entered > 0 AND decided >= entered) STORED,
  is_ordered boolean GENERATED ALWAYS AS (consented > 0 AND ordered >= consented) STORED,
  is_issued boolean GENERATED ALWAYS AS (ordered > 0 AND issued >= ordered) STORED
);

-- The day by which a step is to be done, set by an office for everything below it; the nearest one counts.
CREATE TABLE statistics.due_date (
  office_id uuid NOT NULL REFERENCES organisations.organisation,
  step integer NOT NULL CONSTRAINT step_is_one_of_seven CHECK (step BETWEEN 1 AND 7),
  due_on date NOT NULL,
  CONSTRAINT due_date_key PRIMARY KEY (office_id, step)
);

-- The owner may count these rows, and only inside of the function below. The application's login
-- has no such policy, whatever it sets.
CREATE POLICY counting ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.counting', true)) = 'yes');
CREATE POLICY counting ON consents.current FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.counting', true)) = 'yes');
CREATE POLICY counting ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.counting', true)) = 'yes');

CREATE FUNCTION statistics.recount(top uuid, moment timestamptz, today date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  counted integer;
BEGIN
  PERFORM set_config('profbilet.counting', 'yes', true);
  WITH below AS MATERIALIZED (
    SELECT o.id
      FROM organisations.organisation o
      JOIN organisations.organisation above
        ON o.position BETWEEN above.position AND above.last_position
     WHERE above.id = top
       AND o.level = 'PRIMARY'
       AND o.status IN ('ACTIVE', 'LIQUIDATING')),
  people AS (
    SELECT m.primary_id,
           count(*) FILTER (WHERE m.valid_until IS NULL) AS entered,
           count(c.state) FILTER (WHERE m.valid_until IS NULL) AS decided,
           count(*) FILTER (WHERE m.valid_until IS NULL AND c.state = 'GIVEN') AS consented,
           greatest(max(CAST(m.recorded_at AS date)), max(m.valid_until)) AS last_movement_on
      FROM members.membership m
      LEFT JOIN consents.current c
        ON c.person_id = m.person_id
       AND c.purpose = 'UNION_PROCESSING'
     WHERE m.primary_id IN (SELECT id FROM below)
       AND m.kind = 'COUNTED'
     GROUP BY m.primary_id),
  tickets AS (
    SELECT card.primary_id, count(*) AS ordered,
           count(*) FILTER (WHERE card.status IN ('AT_PRIMARY', 'ISSUED')) AS received,
           count(*) FILTER (WHERE card.status = 'ISSUED') AS issued
      FROM cards.card card
     WHERE card.primary_id IN (SELECT id FROM below)
       AND card.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED')
     GROUP BY card.primary_id),
  people_to_act AS (
    SELECT a.organisation_id, count(DISTINCT a.account_id) AS logins
      FROM access.appointment a
     WHERE a.organisation_id IN (SELECT id FROM below)
       AND a.undertaking_signed_on IS NOT NULL
       AND a.valid_from <= today
       AND (a.valid_until IS NULL OR a.valid_until > today)
     GROUP BY a.organisation_id),
  missing AS (
    SELECT f.organisation_id, count(*) AS fields
      FROM organisations.missing_field f
     WHERE f.organisation_id IN (SELECT id FROM below)
     GROUP BY f.organisation_id),
  answers AS (
    SELECT newest.organisation_id,
           max(newest.value) FILTER (WHERE newest.field = 'TRAINED_ON') AS trained_on,
           max(newest.value) FILTER (WHERE newest.field = 'HAS_COMPUTER') AS computer,
           max(newest.value) FILTER (WHERE newest.field = 'HAS_INTERNET') AS internet
      FROM (SELECT DISTINCT ON (e.organisation_id, e.field) e.organisation_id, e.field, e.value
              FROM organisations.passport_entry e
             WHERE e.organisation_id IN (SELECT id FROM below)
               AND e.field IN ('TRAINED_ON', 'HAS_COMPUTER', 'HAS_INTERNET')
             ORDER BY e.organisation_id, e.field, e.true_from DESC, e.id DESC) newest
     GROUP BY newest.organisation_id),
  declared AS (
    SELECT DISTINCT ON (d.organisation_id) d.organisation_id, d.value, d.as_of
      FROM organisations.declared_count d
     WHERE d.organisation_id IN (SELECT id FROM below)
       AND d.subject = 'MEMBERS'
     ORDER BY d.organisation_id, d.as_of DESC, d.id DESC),
  kept AS (
    INSERT INTO statistics.progress AS p (
      primary_id, counted_at, logins, trained_on, missing_fields, declared, declared_on, entered, decided, consented,
      ordered, received, issued, last_movement_on, computer, internet)
    SELECT below.id, moment, coalesce(people_to_act.logins, 0), CAST(answers.trained_on AS date),
           coalesce(missing.fields, 0), declared.value, declared.as_of, coalesce(people.entered, 0),
           coalesce(people.decided, 0), coalesce(people.consented, 0), coalesce(tickets.ordered, 0),
           coalesce(tickets.received, 0), coalesce(tickets.issued, 0), people.last_movement_on, answers.computer,
           answers.internet
      FROM below
      LEFT JOIN people ON people.primary_id = below.id
      LEFT JOIN tickets ON tickets.primary_id = below.id
      LEFT JOIN people_to_act ON people_to_act.organisation_id = below.id
      LEFT JOIN missing ON missing.organisation_id = below.id
      LEFT JOIN answers ON answers.organisation_id = below.id
      LEFT JOIN declared ON declared.organisation_id = below.id
    ON CONFLICT (primary_id) DO UPDATE
       SET counted_at = excluded.counted_at, logins = excluded.logins, trained_on = excluded.trained_on,
           missing_fields = excluded.missing_fields, declared = excluded.declared,
           declared_on = excluded.declared_on, entered = excluded.entered, decided = excluded.decided,
           consented = excluded.consented, ordered = excluded.ordered, received = excluded.received,
           issued = excluded.issued, last_movement_on = excluded.last_movement_on, computer = excluded.computer,
           internet = excluded.internet
    RETURNING 1)
  SELECT count(*) INTO counted FROM kept;
  PERFORM set_config('profbilet.counting', '', true);
  RETURN counted;
END
$$;

REVOKE EXECUTE ON FUNCTION statistics.recount(uuid, timestamptz, date) FROM PUBLIC;

GRANT USAGE ON SCHEMA statistics TO ${application_login};
GRANT EXECUTE ON FUNCTION statistics.recount(uuid, timestamptz, date) TO ${application_login};
GRANT SELECT ON statistics.progress TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON statistics.due_date TO ${application_login};
