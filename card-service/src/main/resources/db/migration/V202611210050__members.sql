-- A person is one human being with one ticket number for life; a membership is a period on record.
CREATE SCHEMA members;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SEQUENCE members.ticket_serial MAXVALUE 999999999;

CREATE TABLE members.person (
  id uuid CONSTRAINT person_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  ticket_number text NOT NULL CONSTRAINT ticket_number_is_unique UNIQUE
    CONSTRAINT ticket_number_has_ten_digits CHECK (ticket_number ~ '^[0-9]{10}$'),
  last_name text NOT NULL,
  first_name text NOT NULL,
  middle_name text,
  birth_date date NOT NULL,
  sex text NOT NULL CONSTRAINT sex_is_known CHECK (sex IN ('M', 'F')),
  paper_ticket text,
  note text,
  -- lower case, ё = е, names separated by one blank: what lists are searched and matched by
  search_name text NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0
);

CREATE INDEX person_by_primary ON members.person (primary_id, search_name);
CREATE INDEX person_by_match ON members.person (search_name, birth_date);

CREATE TABLE members.membership (
  id uuid CONSTRAINT membership_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL DEFAULT 'COUNTED' CONSTRAINT kind_is_known CHECK (kind IN ('COUNTED', 'SECONDARY')),
  category text NOT NULL CONSTRAINT category_is_known
    CHECK (category IN ('WORKING', 'STUDENT', 'UNION_STAFF', 'ON_LEAVE', 'LAID_OFF', 'PENSIONER')),
  engagement text NOT NULL CONSTRAINT engagement_is_known
    CHECK (engagement IN ('MAIN', 'SECOND_JOB', 'FULL_TIME', 'PART_TIME', 'NONE')),
  unit_name text,
  position_name text,
  staff_group text,
  education text,
  dues_by_payroll boolean,
  union_roles text[] NOT NULL DEFAULT '{}',
  joined_union_on date NOT NULL,
  joined_union_precision text NOT NULL DEFAULT 'DAY' CONSTRAINT precision_is_known CHECK (joined_union_precision IN ('DAY', 'YEAR')),
  registered_on date NOT NULL,
  admission_protocol_number text,
  admission_protocol_on date,
  valid_from date NOT NULL,
  valid_until date,
  end_reason text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT ended_has_reason CHECK ((valid_until IS NULL) = (end_reason IS NULL)),
  CONSTRAINT one_counted_membership_at_any_time
    EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (kind = 'COUNTED')
);

CREATE INDEX membership_by_primary ON members.membership (primary_id) WHERE valid_until IS NULL;

-- Every change of a field, old and new, so that any past day can be answered.
CREATE TABLE members.change (
  id uuid CONSTRAINT change_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid,
  field text NOT NULL,
  old_value text,
  new_value text
);

CREATE INDEX change_by_person ON members.change (person_id, at);

ALTER TABLE members.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE members.membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE members.change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_primary ON members.person
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON members.person FOR SELECT
  USING (id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON members.membership
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON members.membership FOR SELECT
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON members.change
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));

GRANT USAGE ON SCHEMA members TO ${application_login};
GRANT USAGE ON SEQUENCE members.ticket_serial TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON members.person, members.membership TO ${application_login};
GRANT SELECT, INSERT ON members.change TO ${application_login};
