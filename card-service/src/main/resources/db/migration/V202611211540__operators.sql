-- Several people hold one phone at a door in turn; every scan says whose hands it was.
CREATE TABLE meetings.operator (
  id uuid CONSTRAINT operator_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  organisation_id uuid NOT NULL,
  -- as colleagues call her
  name text NOT NULL,
  pin_hash text NOT NULL,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT a_pin_names_one UNIQUE (meeting_id, pin_hash)
);

ALTER TABLE meetings.device
  -- wrong pins one after another: whoever guesses waits
  ADD COLUMN wrong_pins integer NOT NULL DEFAULT 0,
  ADD COLUMN wrong_pin_at timestamptz;

ALTER TABLE meetings.operator ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON meetings.operator
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_meeting ON meetings.operator FOR SELECT
  USING (meeting_id = (SELECT access.scope_meeting()));

GRANT SELECT, INSERT, UPDATE (pin_hash, ended_at) ON meetings.operator TO ${application_login};
