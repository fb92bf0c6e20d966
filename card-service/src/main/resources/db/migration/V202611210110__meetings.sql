-- Meetings, the phones at their doors, what was scanned and who is present. A scan is a fact and never
-- changes; presence is folded from the facts of one person on one list and may be rebuilt at any time.
CREATE SCHEMA meetings;

CREATE TABLE meetings.meeting (
  id uuid CONSTRAINT meeting_key PRIMARY KEY,
  -- what a proof made for this meeting alone names; 0 stands for any door
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT number_is_unique UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  title text NOT NULL,
  zone text NOT NULL,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE INDEX meeting_by_organisation ON meetings.meeting (organisation_id, created_at);

CREATE TABLE meetings.list (
  id uuid CONSTRAINT list_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting CONSTRAINT one_list_a_meeting UNIQUE,
  organisation_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('OPEN', 'INVITED')),
  policy text NOT NULL CONSTRAINT policy_is_known CHECK (policy IN ('REENTRY', 'SINGLE')),
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  -- public part of every offline bundle of this list
  salt text NOT NULL,
  -- names people towards doors; leaves the server only for open lists, whose entries nobody can look up
  handle_key text NOT NULL,
  CONSTRAINT window_is_not_empty CHECK (closes_at > opens_at)
);

CREATE TABLE meetings.entry (
  list_id uuid NOT NULL REFERENCES meetings.list,
  person_id uuid NOT NULL REFERENCES members.person,
  meeting_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  CONSTRAINT entry_key PRIMARY KEY (list_id, person_id)
);

-- Neither an invitation nor a device says anything about a person: they are found before any scope is known.
CREATE TABLE meetings.invitation (
  id uuid CONSTRAINT invitation_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  door text NOT NULL,
  code_hash text NOT NULL CONSTRAINT code_is_unique UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE meetings.device (
  id uuid CONSTRAINT device_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  invitation_id uuid NOT NULL REFERENCES meetings.invitation CONSTRAINT one_device_an_invitation UNIQUE,
  name text NOT NULL,
  door text NOT NULL,
  key_x text NOT NULL,
  key_y text NOT NULL,
  enrolled_at timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  revoked_at timestamptz,
  -- milliseconds; a proof must be later than the one before
  last_proof_at bigint NOT NULL,
  last_seen_at timestamptz NOT NULL
);

CREATE INDEX device_by_meeting ON meetings.device (meeting_id);

CREATE TABLE meetings.scan (
  id uuid CONSTRAINT scan_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  organisation_id uuid NOT NULL,
  list_id uuid NOT NULL REFERENCES meetings.list,
  device_id uuid NOT NULL REFERENCES meetings.device,
  device_seq bigint NOT NULL,
  door text NOT NULL,
  person_id uuid REFERENCES members.person,
  credential_kind text NOT NULL
    CONSTRAINT credential_kind_is_known CHECK (credential_kind IN ('PHONE', 'PLASTIC', 'NUMBER', 'FOREIGN')),
  -- the code itself is not kept: it may open the sealed list, or be somebody else's secret
  credential_hash text NOT NULL,
  replay_list integer,
  replay_index integer,
  replay_at bigint,
  type text NOT NULL CONSTRAINT type_is_known CHECK (type IN ('ENTRY', 'EXIT')),
  origin text NOT NULL CONSTRAINT origin_is_known CHECK (origin IN ('ONLINE', 'OFFLINE')),
  scanned_at timestamptz NOT NULL,
  effective_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  clock_untrusted boolean NOT NULL,
  override_reason text,
  fact_hash text NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL,
  next_action text NOT NULL,
  first_at timestamptz,
  first_door text,
  CONSTRAINT a_device_counts_its_scans UNIQUE (device_id, device_seq),
  CONSTRAINT what_happened_is_not_in_the_future CHECK (effective_at <= received_at),
  CONSTRAINT first_entry_is_whole CHECK ((first_at IS NULL) = (first_door IS NULL))
);

CREATE INDEX scan_by_person ON meetings.scan (list_id, person_id);
CREATE INDEX scan_by_meeting ON meetings.scan (meeting_id, id);
CREATE INDEX scan_by_proof ON meetings.scan (replay_list, replay_index, replay_at) WHERE replay_at IS NOT NULL;

-- What a device told the person when it could not ask; it may follow an answer of the server that was lost.
CREATE TABLE meetings.device_decision (
  scan_id uuid CONSTRAINT device_decision_key PRIMARY KEY REFERENCES meetings.scan,
  meeting_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL,
  bundle_version text,
  decided_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);

CREATE TABLE meetings.presence (
  list_id uuid NOT NULL REFERENCES meetings.list,
  person_id uuid NOT NULL REFERENCES members.person,
  meeting_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  handle text NOT NULL,
  state text NOT NULL CONSTRAINT state_is_known CHECK (state IN ('NEVER_CAME', 'PRESENT', 'LEFT')),
  since timestamptz,
  since_door text,
  -- nobody doubts that she may be inside: no open conflict about her stay
  is_counted boolean NOT NULL,
  -- the transaction that changed it last: what a device has not heard of is what is not older than its cursor
  changed_in bigint NOT NULL,
  CONSTRAINT presence_key PRIMARY KEY (list_id, person_id),
  CONSTRAINT who_came_has_a_time CHECK ((state = 'NEVER_CAME') = (since IS NULL))
);

CREATE INDEX presence_by_change ON meetings.presence (list_id, changed_in);

CREATE TABLE meetings.conflict (
  id uuid CONSTRAINT conflict_key PRIMARY KEY,
  meeting_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  list_id uuid NOT NULL,
  scan_id uuid NOT NULL REFERENCES meetings.scan,
  person_id uuid,
  kind text NOT NULL CONSTRAINT kind_is_known
    CHECK (kind IN ('DOUBLE_ADMISSION', 'REVOKED_ADMITTED', 'SERVER_REFUSED_DEVICE_ADMITTED')),
  opened_at timestamptz NOT NULL,
  -- facts that were delivered later have explained it
  closed_at timestamptz,
  CONSTRAINT a_conflict_is_told_once UNIQUE (scan_id, kind)
);

CREATE INDEX conflict_by_meeting ON meetings.conflict (meeting_id);

ALTER TABLE meetings.meeting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.list ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.scan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.device_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.presence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.conflict ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON meetings.meeting
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.list
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.entry
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.scan FOR SELECT
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.device_decision FOR SELECT
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.presence FOR SELECT
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.conflict FOR SELECT
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));

CREATE POLICY own_meeting ON meetings.meeting FOR SELECT
  USING (id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.list FOR SELECT
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.entry FOR SELECT
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.scan
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.device_decision
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.presence
  USING (meeting_id = (SELECT access.scope_meeting()));
CREATE POLICY own_meeting ON meetings.conflict
  USING (meeting_id = (SELECT access.scope_meeting()));

GRANT USAGE ON SCHEMA meetings TO ${application_login};
GRANT SELECT, INSERT ON meetings.meeting, meetings.list, meetings.entry TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON meetings.invitation, meetings.device, meetings.presence TO ${application_login};
GRANT SELECT, INSERT ON meetings.scan, meetings.device_decision TO ${application_login};
GRANT SELECT, INSERT, UPDATE (closed_at) ON meetings.conflict TO ${application_login};

-- A door meets people of any primary, and may know of them exactly what stands below. The owner of the
-- functions is under row-level security too; these policies open to it, and to nobody else, the rows it
-- needs, and only while one of the named functions runs: it says its name when it begins and takes it
-- back when it ends. (A SET clause would do both, but only a superuser may write one for a name of ours.)
CREATE POLICY at_a_door ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('meetings.holder', 'meetings.short_names', 'meetings.invited'));
CREATE POLICY at_a_door ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('meetings.holder', 'meetings.invited'));
CREATE POLICY at_a_door ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('meetings.holder', 'meetings.invited'));

-- «Иванова М. П.»
CREATE FUNCTION meetings.short_name(last_name text, first_name text, middle_name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN last_name || ' ' || left(first_name, 1) || '.' || coalesce(' ' || left(nullif(middle_name, ''), 1) || '.', '');

-- Who holds this ticket, whether she is a member on this day and what became of this copy of her card.
-- Only for the door of a meeting.
CREATE FUNCTION meetings.holder(ticket text, copy text, day date)
  RETURNS TABLE (person_id uuid, short_name text, is_member boolean, card_status text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.holder', true);
  RETURN QUERY
    SELECT p.id,
           meetings.short_name(p.last_name, p.first_name, p.middle_name),
           EXISTS (SELECT 1
                     FROM members.membership m
                    WHERE m.person_id = p.id
                      AND m.kind = 'COUNTED'
                      AND m.valid_from <= day
                      AND (m.valid_until IS NULL OR m.valid_until > day)),
           (SELECT c.status
              FROM cards.card c
             WHERE c.ticket_number = ticket
               AND c.serial = copy)
      FROM members.person p
     WHERE p.ticket_number = ticket
       AND access.scope_meeting() IS NOT NULL;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Names of people who were scanned at a meeting in scope; of nobody else.
CREATE FUNCTION meetings.short_names(people uuid[])
  RETURNS TABLE (person_id uuid, short_name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.short_names', true);
  RETURN QUERY
    SELECT p.id, meetings.short_name(p.last_name, p.first_name, p.middle_name)
      FROM members.person p
     WHERE p.id = ANY (people)
       AND EXISTS (SELECT 1 FROM meetings.scan s WHERE s.person_id = p.id);
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- People on the list of the meeting in scope who are members on this day, with the copy of the card that
-- each has in her hands: what the offline list is sealed from.
CREATE FUNCTION meetings.invited(day date)
  RETURNS TABLE (person_id uuid, ticket_number text, short_name text, card_serial text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.invited', true);
  RETURN QUERY
    SELECT p.id, p.ticket_number, meetings.short_name(p.last_name, p.first_name, p.middle_name), c.serial
      FROM meetings.entry e
      JOIN members.person p
        ON p.id = e.person_id
      LEFT JOIN cards.card c
        ON c.person_id = p.id
       AND c.status = 'ISSUED'
     WHERE e.meeting_id = access.scope_meeting()
       AND EXISTS (SELECT 1
                     FROM members.membership m
                    WHERE m.person_id = p.id
                      AND m.kind = 'COUNTED'
                      AND m.valid_from <= day
                      AND (m.valid_until IS NULL OR m.valid_until > day));
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION meetings.holder(text, text, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.short_names(uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.invited(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meetings.holder(text, text, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.short_names(uuid[]) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.invited(date) TO ${application_login};
