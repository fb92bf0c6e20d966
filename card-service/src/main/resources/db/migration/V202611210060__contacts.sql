-- Phones, e-mails and push targets. Only the consents package reads an address for sending.
CREATE SCHEMA contacts;

CREATE TABLE contacts.contact (
  id uuid CONSTRAINT contact_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('PHONE', 'EMAIL')),
  value text NOT NULL,
  -- the same address stands at another person of this primary: a family or the chair's own mailbox
  shared boolean NOT NULL DEFAULT false,
  verified_at timestamptz,
  state text NOT NULL DEFAULT 'GOOD' CONSTRAINT state_is_known CHECK (state IN ('GOOD', 'DEAD', 'SUPPRESSED')),
  recorded_at timestamptz NOT NULL,
  -- a changed address is a new row: the old one stays as history
  replaced_at timestamptz
);

CREATE UNIQUE INDEX one_address_of_a_kind ON contacts.contact (person_id, kind) WHERE replaced_at IS NULL;

CREATE TABLE contacts.push_target (
  id uuid CONSTRAINT push_target_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('FCM_TOKEN', 'FCM_INSTALLATION', 'WEB_PUSH')),
  value text NOT NULL,
  registered_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  dead_at timestamptz
);

CREATE UNIQUE INDEX one_living_target_of_a_value ON contacts.push_target (kind, value) WHERE dead_at IS NULL;
CREATE INDEX push_target_by_person ON contacts.push_target (person_id) WHERE dead_at IS NULL;

ALTER TABLE contacts.contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contacts.push_target ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_primary ON contacts.contact
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON contacts.contact
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_self ON contacts.push_target
  USING (person_id = (SELECT access.scope_person()));

GRANT USAGE ON SCHEMA contacts TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON contacts.contact, contacts.push_target TO ${application_login};
