-- Elected bodies, responsible persons and documents of organisations. Names and phones of officials are
-- personal data: an organisation sees its own and those below it, nobody sees any without a scope.
CREATE FUNCTION organisations.scope_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('profbilet.organisation', true), '')::uuid;

CREATE FUNCTION organisations.is_in_scope(organisation uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT 1
      FROM organisations.organisation below
      JOIN organisations.organisation above
        ON below.position BETWEEN above.position AND above.last_position
     WHERE below.id = organisation
       AND above.id = organisations.scope_organisation());
END;

CREATE TABLE organisations.official (
  id uuid CONSTRAINT official_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  post text NOT NULL CONSTRAINT post_is_known CHECK (post IN (
    'CHAIR', 'DEPUTY', 'COMMITTEE_MEMBER', 'AUDIT_MEMBER', 'COMMISSION_MEMBER', 'TREASURER', 'AIS_OFFICER')),
  last_name text NOT NULL,
  first_name text NOT NULL,
  middle_name text,
  protocol_number text,
  protocol_on date,
  elected_on date NOT NULL,
  term_until date,
  phone text,
  email text,
  undertaking_signed_on date,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  ended_on date,
  end_recorded_at timestamptz,
  end_recorded_by uuid,
  CONSTRAINT term_is_not_empty CHECK (term_until IS NULL OR term_until > elected_on),
  CONSTRAINT ended_is_recorded CHECK ((ended_on IS NULL) = (end_recorded_at IS NULL)),
  CONSTRAINT ended_after_elected CHECK (ended_on >= elected_on)
);

CREATE UNIQUE INDEX one_chair_at_a_time ON organisations.official (organisation_id)
  WHERE post = 'CHAIR' AND ended_on IS NULL;
CREATE INDEX official_by_organisation ON organisations.official (organisation_id, post);

-- What is kept on paper, where, and until when it is in force; no file is kept here.
CREATE TABLE organisations.document (
  id uuid CONSTRAINT document_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  kind text NOT NULL CONSTRAINT kind_is_known
    CHECK (kind IN ('PROTOCOL', 'EXTRACT', 'COLLECTIVE_AGREEMENT', 'CHARTER', 'OTHER')),
  title text NOT NULL,
  number text,
  dated_on date NOT NULL,
  valid_until date,
  kept_at text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  removed_at timestamptz,
  removed_by uuid,
  CONSTRAINT removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);

CREATE INDEX document_by_organisation ON organisations.document (organisation_id);

ALTER TABLE organisations.official ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE organisations.document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_and_below ON organisations.official USING (organisations.is_in_scope(organisation_id));
CREATE POLICY own_and_below ON organisations.document USING (organisations.is_in_scope(organisation_id));

GRANT SELECT, INSERT ON organisations.official, organisations.document TO ${application_login};
GRANT UPDATE (ended_on, end_recorded_at, end_recorded_by) ON organisations.official TO ${application_login};
GRANT UPDATE (removed_at, removed_by) ON organisations.document TO ${application_login};
