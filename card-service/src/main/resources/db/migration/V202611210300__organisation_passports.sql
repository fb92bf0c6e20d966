-- The passport of an organisation with the history of every field, and the deeds that change the tree.

-- A proposed organisation has no ИНПО yet: nobody can act for it until a number is allotted from above.
ALTER TABLE organisations.organisation
  ALTER COLUMN inpo DROP NOT NULL,
  ADD COLUMN territorial_rights boolean NOT NULL DEFAULT false,
  ADD COLUMN merged_into uuid REFERENCES organisations.organisation,
  DROP CONSTRAINT status_is_known,
  ADD CONSTRAINT status_is_known CHECK (status IN ('PROPOSED', 'ACTIVE', 'LIQUIDATING', 'EXCLUDED', 'MERGED')),
  ADD CONSTRAINT only_a_proposed_one_has_no_number CHECK (inpo IS NOT NULL OR status IN ('PROPOSED', 'EXCLUDED')),
  ADD CONSTRAINT merged_has_a_successor CHECK ((status = 'MERGED') = (merged_into IS NOT NULL)),
  ADD CONSTRAINT only_a_primary_is_given_territorial_rights CHECK (NOT territorial_rights OR level = 'PRIMARY');

CREATE INDEX organisation_waiting ON organisations.organisation (position) WHERE status = 'PROPOSED';

-- Both times of every field: since when it is true and when it was recorded. Rows are only added; of two
-- about the same day the later one corrects the earlier.
CREATE TABLE organisations.passport_entry (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT passport_entry_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  field text NOT NULL,
  value text,
  true_from date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid
);

CREATE INDEX passport_entry_by_field ON organisations.passport_entry (organisation_id, field, true_from DESC, id DESC);

-- What an organisation was registered with is the beginning of its history, whoever inserted it.
CREATE FUNCTION organisations.begin_history() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  INSERT INTO organisations.passport_entry (organisation_id, field, value, true_from, recorded_at)
  SELECT o.id, f.field, f.value, o.registered_on, o.registered_on
    FROM added o
   CROSS JOIN LATERAL (VALUES
     ('INPO', o.inpo), ('PARENT', o.parent_id::text), ('STATUS', o.status), ('NAME', o.name),
     ('SHORT_NAME', o.short_name), ('INSTITUTION_KIND', o.institution_kind), ('ZONE', o.zone),
     ('PHONE', o.phone), ('DELIVERY_ADDRESS', o.delivery_address)) AS f (field, value)
   WHERE f.value IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER begin_history AFTER INSERT ON organisations.organisation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION organisations.begin_history();

INSERT INTO organisations.passport_entry (organisation_id, field, value, true_from, recorded_at)
SELECT o.id, f.field, f.value, o.registered_on, o.registered_on
  FROM organisations.organisation o
 CROSS JOIN LATERAL (VALUES
   ('INPO', o.inpo), ('PARENT', o.parent_id::text), ('STATUS', o.status), ('NAME', o.name),
   ('SHORT_NAME', o.short_name), ('INSTITUTION_KIND', o.institution_kind), ('ZONE', o.zone),
   ('PHONE', o.phone), ('DELIVERY_ADDRESS', o.delivery_address)) AS f (field, value)
 WHERE f.value IS NOT NULL;

-- What must be filled in, level by level; COUNT_… means a declared headcount. A union changes these rows,
-- not the program.
CREATE TABLE organisations.required_field (
  level text NOT NULL CONSTRAINT level_is_known CHECK (level IN ('CENTRAL', 'REGIONAL', 'LOCAL', 'PRIMARY')),
  field text NOT NULL,
  -- required only where another field has this value
  when_field text,
  when_value text,
  CONSTRAINT required_field_key PRIMARY KEY (level, field),
  CONSTRAINT condition_is_whole CHECK ((when_field IS NULL) = (when_value IS NULL))
);

INSERT INTO organisations.required_field (level, field)
SELECT level, field
  FROM unnest(ARRAY['CENTRAL', 'REGIONAL', 'LOCAL', 'PRIMARY']) AS level
 CROSS JOIN unnest(ARRAY['INPO', 'NAME', 'SHORT_NAME', 'LEGAL_PERSON', 'POSTAL_ADDRESS', 'PHONE']) AS field;
INSERT INTO organisations.required_field (level, field)
VALUES ('PRIMARY', 'INSTITUTION'), ('PRIMARY', 'INSTITUTION_KIND'), ('PRIMARY', 'COUNT_WORKING'),
       ('PRIMARY', 'COUNT_MEMBERS'), ('LOCAL', 'DELIVERY_ADDRESS'), ('REGIONAL', 'DELIVERY_ADDRESS');
INSERT INTO organisations.required_field (level, field, when_field, when_value)
SELECT level, field, 'LEGAL_PERSON', 'YES'
  FROM unnest(ARRAY['CENTRAL', 'REGIONAL', 'LOCAL', 'PRIMARY']) AS level
 CROSS JOIN unnest(ARRAY['OGRN', 'INN']) AS field;

-- A declaration is never overwritten: a second one about the same day is a correction. "67 (54)" has an
-- alternative, "98 + 2" has an extra; neither is ever added to the value.
ALTER TABLE organisations.declared_count
  ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN alternative integer,
  ADD COLUMN extra integer,
  ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN recorded_by uuid,
  DROP CONSTRAINT declared_count_key,
  ADD CONSTRAINT declared_count_key PRIMARY KEY (id),
  DROP CONSTRAINT subject_is_known,
  ADD CONSTRAINT subject_is_known
    CHECK (subject IN ('PRIMARIES', 'LOGINS', 'MEMBERS', 'WORKING', 'TEACHING', 'YOUTH', 'STUDYING'));

CREATE INDEX declared_count_by_subject
  ON organisations.declared_count (organisation_id, subject, as_of DESC, id DESC);

CREATE VIEW organisations.missing_field WITH (security_invoker = true) AS
  SELECT o.id AS organisation_id, r.field
    FROM organisations.organisation o
    JOIN organisations.required_field r
      ON r.level = o.level
   WHERE NOT EXISTS (
           SELECT 1
             FROM (SELECT e.value
                     FROM organisations.passport_entry e
                    WHERE e.organisation_id = o.id
                      AND e.field = r.field
                    ORDER BY e.true_from DESC, e.id DESC
                    LIMIT 1) newest
            WHERE newest.value IS NOT NULL)
     AND NOT EXISTS (
           SELECT 1
             FROM (SELECT d.value
                     FROM organisations.declared_count d
                    WHERE d.organisation_id = o.id
                      AND 'COUNT_' || d.subject = r.field
                    ORDER BY d.as_of DESC, d.id DESC
                    LIMIT 1) newest
            WHERE newest.value IS NOT NULL)
     AND (r.when_field IS NULL
          OR r.when_value = (
               SELECT e.value
                 FROM organisations.passport_entry e
                WHERE e.organisation_id = o.id
                  AND e.field = r.when_field
                ORDER BY e.true_from DESC, e.id DESC
                LIMIT 1));

-- The structure of an organisation below the tree of the Union: faculties, bureaus, groups, of any depth.
CREATE TABLE organisations.unit (
  id uuid CONSTRAINT unit_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  parent_id uuid REFERENCES organisations.unit,
  kind text NOT NULL CONSTRAINT kind_is_known
    CHECK (kind IN ('BUREAU', 'GROUP', 'FACULTY', 'INSTITUTE', 'BRANCH', 'INSTITUTION', 'OTHER')),
  name text NOT NULL,
  opened_on date NOT NULL,
  closed_on date,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT unit_is_not_its_own_parent CHECK (parent_id <> id),
  CONSTRAINT closed_after_opened CHECK (closed_on >= opened_on)
);

CREATE UNIQUE INDEX one_open_unit_of_a_name ON organisations.unit (organisation_id, coalesce(parent_id, organisation_id), lower(name))
  WHERE closed_on IS NULL;

-- Decisions of elected bodies that change the tree. The id is the idempotency key of the request.
CREATE TABLE organisations.deed (
  id uuid CONSTRAINT deed_key PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL CONSTRAINT kind_is_known
    CHECK (kind IN ('PROPOSED', 'INPO_ALLOTTED', 'LIQUIDATION_BEGUN', 'EXCLUDED', 'MERGED', 'MOVED', 'RESTORED')),
  decision_number text,
  decided_on date,
  effective_on date NOT NULL,
  from_id uuid REFERENCES organisations.organisation,
  to_id uuid REFERENCES organisations.organisation,
  request_hash text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT closing_has_a_decision
    CHECK (kind IN ('PROPOSED', 'INPO_ALLOTTED') OR (decision_number IS NOT NULL AND decided_on IS NOT NULL)),
  CONSTRAINT merged_and_moved_have_a_goal CHECK ((kind IN ('MERGED', 'MOVED')) = (to_id IS NOT NULL))
);

CREATE INDEX deed_by_organisation ON organisations.deed (organisation_id, number);

GRANT SELECT, INSERT ON organisations.passport_entry, organisations.deed TO ${application_login};
GRANT SELECT ON organisations.required_field, organisations.missing_field TO ${application_login};
GRANT SELECT, INSERT ON organisations.unit TO ${application_login};
GRANT UPDATE (closed_on) ON organisations.unit TO ${application_login};
REVOKE UPDATE ON organisations.declared_count FROM ${application_login};
