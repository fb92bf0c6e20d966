-- The tree of the Union. The parent is a reference, never derived from the ИНПО; an interval
-- (position, last_position) answers "everything below" with one comparison.
CREATE SCHEMA organisations;

CREATE TABLE organisations.organisation (
  id uuid CONSTRAINT organisation_key PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT number_is_unique UNIQUE,
  inpo text NOT NULL CONSTRAINT inpo_is_unique UNIQUE,
  level text NOT NULL CONSTRAINT level_is_known CHECK (level IN ('CENTRAL', 'REGIONAL', 'LOCAL', 'PRIMARY')),
  parent_id uuid REFERENCES organisations.organisation,
  name text NOT NULL,
  short_name text NOT NULL,
  institution_kind text,
  zone text NOT NULL,
  phone text,
  delivery_address text,
  status text NOT NULL DEFAULT 'ACTIVE'
    CONSTRAINT status_is_known CHECK (status IN ('ACTIVE', 'LIQUIDATING', 'EXCLUDED', 'MERGED')),
  registered_on date NOT NULL,
  position bigint NOT NULL CONSTRAINT position_is_unique UNIQUE,
  last_position bigint NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT only_the_central_council_has_no_parent CHECK ((level = 'CENTRAL') = (parent_id IS NULL)),
  CONSTRAINT interval_is_not_empty CHECK (last_position >= position)
);

CREATE INDEX organisation_by_parent ON organisations.organisation (parent_id);

-- What an organisation declares about itself on a date: the raw words of the paper stay beside the
-- number that was read from them ("67 (54)", "98 + 2"); nothing is summed silently.
CREATE TABLE organisations.declared_count (
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  subject text NOT NULL CONSTRAINT subject_is_known CHECK (subject IN ('PRIMARIES', 'LOGINS', 'MEMBERS', 'WORKING', 'STUDYING')),
  as_of date NOT NULL,
  raw text NOT NULL,
  value integer,
  CONSTRAINT declared_count_key PRIMARY KEY (organisation_id, subject, as_of)
);

GRANT USAGE ON SCHEMA organisations TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON organisations.organisation, organisations.declared_count TO ${application_login};
