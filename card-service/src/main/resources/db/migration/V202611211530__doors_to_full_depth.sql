-- What a device may do, how it is, what was taken back, and what the registrar ruled.
ALTER TABLE meetings.invitation
  ADD COLUMN role text NOT NULL DEFAULT 'VOLUNTEER' CONSTRAINT role_is_known CHECK (role IN ('VOLUNTEER', 'REGISTRAR')),
  -- ids with commas between; none: all lists of the meeting
  ADD COLUMN lists text NOT NULL DEFAULT '',
  -- the end of the shift; a day after the doors close where absent
  ADD COLUMN valid_until timestamptz;

ALTER TABLE meetings.device
  ALTER COLUMN invitation_id DROP NOT NULL,
  ADD COLUMN role text NOT NULL DEFAULT 'VOLUNTEER' CONSTRAINT role_is_known
    CHECK (role IN ('VOLUNTEER', 'REGISTRAR', 'PAPER')),
  ADD COLUMN lists text NOT NULL DEFAULT '',
  ADD COLUMN queue_length integer,
  ADD COLUMN bundle_made_at timestamptz,
  ADD COLUMN clock_skew_ms bigint,
  -- of a sheet of paper, its numbered lines
  ADD COLUMN line_count integer,
  ADD CONSTRAINT only_paper_comes_without_invitation CHECK ((role = 'PAPER') = (invitation_id IS NULL)),
  ADD CONSTRAINT only_paper_has_lines CHECK ((role = 'PAPER') = (line_count IS NOT NULL));

ALTER TABLE meetings.scan
  DROP CONSTRAINT credential_kind_is_known,
  DROP CONSTRAINT origin_is_known,
  ADD CONSTRAINT credential_kind_is_known
    CHECK (credential_kind IN ('PHONE', 'PLASTIC', 'NUMBER', 'FOREIGN', 'MANUAL')),
  ADD CONSTRAINT origin_is_known CHECK (origin IN ('ONLINE', 'OFFLINE', 'PAPER')),
  -- what the sentence of the answer names: another list, another door, a rule
  ADD COLUMN detail text,
  -- delivered by a device after its right had been taken away
  ADD COLUMN quarantined boolean NOT NULL DEFAULT false,
  ADD COLUMN operator_id uuid;

-- What was answered at the door; of the person whom the scan names.
CREATE TABLE meetings.answer (
  scan_id uuid NOT NULL REFERENCES meetings.scan,
  question_id text NOT NULL,
  meeting_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  answer text NOT NULL,
  CONSTRAINT answer_key PRIMARY KEY (scan_id, question_id)
);

-- An entry that was taken back is a fact of its own: the scan stays.
CREATE TABLE meetings.taken_back (
  id uuid CONSTRAINT taken_back_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  organisation_id uuid NOT NULL,
  scan_id uuid NOT NULL REFERENCES meetings.scan,
  device_id uuid REFERENCES meetings.device,
  account_id uuid,
  happened_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  reason text NOT NULL,
  outcome text NOT NULL CONSTRAINT outcome_is_known
    CHECK (outcome IN ('VOIDED', 'VOID_TOO_LATE', 'VOID_OTHER_DEVICE', 'VOID_NOT_ADMITTED', 'VOID_ALREADY')),
  CONSTRAINT somebody_took_it_back CHECK ((device_id IS NULL) <> (account_id IS NULL))
);
CREATE UNIQUE INDEX a_scan_is_taken_back_once ON meetings.taken_back (scan_id) WHERE outcome = 'VOIDED';

ALTER TABLE meetings.conflict
  DROP CONSTRAINT kind_is_known,
  ADD CONSTRAINT kind_is_known CHECK (kind IN (
    'DOUBLE_ADMISSION', 'REVOKED_ADMITTED', 'SERVER_REFUSED_DEVICE_ADMITTED', 'SERVER_ADMITTED_DEVICE_REFUSED',
    'EXIT_WITHOUT_ENTRY', 'LATE_UPLOAD', 'CLOCK_UNTRUSTED', 'UNKNOWN_RESOLVED', 'PERSON_MERGED', 'SEQ_GAP', 'QUARANTINED')),
  ALTER COLUMN scan_id DROP NOT NULL,
  ALTER COLUMN list_id DROP NOT NULL,
  ADD COLUMN device_id uuid REFERENCES meetings.device,
  -- numbers of a device that never arrived
  ADD COLUMN missing text,
  ADD COLUMN ruling text CONSTRAINT ruling_is_known CHECK (ruling IN ('COUNT', 'STRIKE', 'ACCEPT')),
  ADD COLUMN ruled_by uuid,
  ADD COLUMN ruled_at timestamptz,
  ADD COLUMN note text,
  ADD CONSTRAINT it_is_about_a_scan_or_a_device CHECK ((scan_id IS NULL) <> (device_id IS NULL)),
  ADD CONSTRAINT a_ruling_is_of_somebody CHECK ((ruling IS NULL) = (ruled_by IS NULL));
CREATE UNIQUE INDEX a_gap_is_told_once ON meetings.conflict (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX conflict_by_person ON meetings.conflict (list_id, person_id);

ALTER TABLE meetings.presence
  -- milliseconds since 1970 of every entry: what rules of a list are counted by
  ADD COLUMN entries text NOT NULL DEFAULT '';
CREATE INDEX presence_by_handle ON meetings.presence (list_id, handle);

ALTER TABLE meetings.answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.taken_back ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON meetings.answer FOR SELECT
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_meeting ON meetings.answer
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_organisation ON meetings.taken_back
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_meeting ON meetings.taken_back
  USING (meeting_id = (SELECT access.scope_meeting()));

-- The registrar of the meeting rules at the desk, and enters sheets of paper there.
CREATE POLICY ruled_by_the_organiser ON meetings.conflict
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY kept_by_the_organiser ON meetings.presence
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));

GRANT SELECT, INSERT ON meetings.answer, meetings.taken_back TO ${application_login};
GRANT UPDATE (closed_at, ruling, ruled_by, ruled_at, note, missing) ON meetings.conflict TO ${application_login};

-- An answer may be personal: it goes with the person.
SELECT privacy.declare_erasure('meetings.answer', 5, 'ответы на вопросы на входе', 'DELETE',
  'EXISTS (SELECT 1 FROM meetings.scan s WHERE s.id = t.scan_id AND s.person_id = $1)');

-- A meeting with several lists is one meeting in the copy of her own data.
CREATE OR REPLACE FUNCTION privacy.attendance() RETURNS TABLE (title text, since timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'privacy.attendance', true);
  RETURN QUERY
    SELECT m.title,
           (SELECT min(p.since)
              FROM meetings.presence p
             WHERE p.meeting_id = m.id
               AND p.person_id = access.scope_person())
      FROM (SELECT e.meeting_id FROM meetings.entry e WHERE e.person_id = access.scope_person()
             UNION
            SELECT p.meeting_id FROM meetings.presence p WHERE p.person_id = access.scope_person()) mine
      JOIN meetings.meeting m
        ON m.id = mine.meeting_id
     ORDER BY m.created_at;
  PERFORM set_config('profbilet.function', '', true);
END
$$;
