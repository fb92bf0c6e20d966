-- Elected bodies and who holds a mandate in them; sittings of a body at a meeting, the presence that was
-- counted there, the votes that cite it and the papers about it. Snapshots, votes, acts and papers are
-- added and read, never changed.

CREATE TABLE meetings.body (
  id uuid CONSTRAINT body_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known
    CHECK (kind IN ('MEETING', 'CONFERENCE', 'CONGRESS', 'COMMITTEE', 'COUNCIL', 'PRESIDIUM', 'AUDIT')),
  base text NOT NULL CONSTRAINT base_is_known CHECK (base IN ('CONFIRMED', 'ELECTED', 'ON_RECORD')),
  numerator integer NOT NULL,
  denominator integer NOT NULL,
  more_than boolean NOT NULL,
  -- the share of organisations that must be represented as well
  organisations_numerator integer,
  organisations_denominator integer,
  organisations_more_than boolean,
  counts_remote boolean NOT NULL,
  charter text,
  allocation_decision text,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT a_share_is_at_most_all CHECK (numerator BETWEEN 1 AND denominator),
  CONSTRAINT the_second_share_is_whole CHECK (
    (organisations_numerator IS NULL) = (organisations_denominator IS NULL)
    AND (organisations_numerator IS NULL) = (organisations_more_than IS NULL)
    AND organisations_numerator BETWEEN 1 AND organisations_denominator)
);
CREATE INDEX body_by_organisation ON meetings.body (organisation_id, created_at);

CREATE TABLE meetings.seat (
  body_id uuid NOT NULL REFERENCES meetings.body,
  sender_id uuid NOT NULL REFERENCES organisations.organisation,
  organisation_id uuid NOT NULL,
  members integer NOT NULL,
  seats integer NOT NULL,
  CONSTRAINT seat_key PRIMARY KEY (body_id, sender_id)
);

-- The name is that of the protocol: whoever elected her wrote it there. It stays where she was elected
-- when she is transferred.
CREATE TABLE meetings.mandate (
  id uuid CONSTRAINT mandate_key PRIMARY KEY,
  body_id uuid NOT NULL REFERENCES meetings.body,
  organisation_id uuid NOT NULL,
  sender_id uuid NOT NULL REFERENCES organisations.organisation,
  person_id uuid NOT NULL REFERENCES members.person,
  full_name text NOT NULL,
  ticket_number text NOT NULL,
  sex text NOT NULL,
  birth_year integer NOT NULL,
  first_time boolean NOT NULL,
  number integer,
  vote text NOT NULL CONSTRAINT vote_is_known CHECK (vote IN ('DECISIVE', 'ADVISORY')),
  standing text NOT NULL CONSTRAINT standing_is_known
    CHECK (standing IN ('SUBMITTED', 'ALTERNATE', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'REPLACED')),
  basis text NOT NULL,
  basis_on date NOT NULL,
  place integer,
  successor_id uuid REFERENCES meetings.mandate,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT nobody_is_sent_twice UNIQUE (body_id, person_id),
  CONSTRAINT a_number_is_given_once UNIQUE (body_id, number),
  CONSTRAINT confirmed_has_a_number CHECK (standing <> 'CONFIRMED' OR number IS NOT NULL),
  CONSTRAINT replaced_has_a_successor CHECK ((standing = 'REPLACED') = (successor_id IS NOT NULL))
);
CREATE INDEX mandate_by_sender ON meetings.mandate (body_id, sender_id);

-- What the commission decided, with the base before and after.
CREATE TABLE meetings.mandate_act (
  id uuid CONSTRAINT mandate_act_key PRIMARY KEY,
  body_id uuid NOT NULL REFERENCES meetings.body,
  organisation_id uuid NOT NULL,
  mandate_id uuid REFERENCES meetings.mandate,
  act text NOT NULL CONSTRAINT act_is_known CHECK (act IN ('CONFIRM', 'REJECT', 'WITHDRAW', 'REPLACE')),
  number integer,
  decision text NOT NULL,
  base_before integer NOT NULL,
  base_after integer NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE INDEX mandate_act_by_body ON meetings.mandate_act (body_id, decided_at);

CREATE TABLE meetings.sitting (
  id uuid CONSTRAINT sitting_key PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meetings.meeting,
  organisation_id uuid NOT NULL,
  body_id uuid NOT NULL REFERENCES meetings.body,
  -- made after the sitting where it is the body's own: its people come by the sitting
  list_id uuid NOT NULL REFERENCES meetings.list DEFERRABLE INITIALLY DEFERRED,
  remote_list_id uuid REFERENCES meetings.list,
  record_on date NOT NULL,
  -- members on record on that day, where the share is taken of them
  on_record integer,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT a_body_sits_once_at_a_meeting UNIQUE (meeting_id, body_id),
  CONSTRAINT afar_is_another_list CHECK (remote_list_id <> list_id)
);
CREATE INDEX sitting_by_body ON meetings.sitting (body_id);

CREATE TABLE meetings.snapshot (
  id uuid CONSTRAINT snapshot_key PRIMARY KEY,
  sitting_id uuid NOT NULL REFERENCES meetings.sitting,
  organisation_id uuid NOT NULL,
  number integer NOT NULL,
  taken_at timestamptz NOT NULL,
  reason text NOT NULL,
  base integer NOT NULL,
  needed integer NOT NULL,
  confirmed integer NOT NULL,
  possible integer NOT NULL,
  advisory integer NOT NULL,
  organisations integer NOT NULL,
  organisations_base integer NOT NULL,
  organisations_needed integer NOT NULL,
  not_members integer NOT NULL,
  open_conflicts integer NOT NULL,
  verdict text NOT NULL,
  first_signer text,
  second_signer text,
  list_hash text NOT NULL,
  request_hash text NOT NULL,
  taken_by uuid NOT NULL,
  CONSTRAINT snapshots_are_counted UNIQUE (sitting_id, number),
  CONSTRAINT two_people_count_by_hand CHECK ((first_signer IS NULL) = (second_signer IS NULL))
);

CREATE TABLE meetings.vote (
  id uuid CONSTRAINT vote_key PRIMARY KEY,
  snapshot_id uuid NOT NULL REFERENCES meetings.snapshot,
  sitting_id uuid NOT NULL REFERENCES meetings.sitting,
  organisation_id uuid NOT NULL,
  question text NOT NULL,
  secret boolean NOT NULL,
  issued integer NOT NULL,
  in_favour integer NOT NULL,
  against integer NOT NULL,
  abstained integer NOT NULL,
  request_hash text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT nobody_votes_twice CHECK (in_favour + against + abstained <= issued)
);
CREATE INDEX vote_by_sitting ON meetings.vote (sitting_id, recorded_at);

CREATE TABLE meetings.paper (
  id uuid CONSTRAINT paper_key PRIMARY KEY,
  sitting_id uuid NOT NULL REFERENCES meetings.sitting,
  organisation_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('MANDATE_REPORT', 'PROTOCOL')),
  version integer NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  -- XHTML; what is printed is made of it and of its hash
  words text NOT NULL,
  hash text NOT NULL,
  request_hash text NOT NULL,
  CONSTRAINT versions_are_counted UNIQUE (sitting_id, kind, version)
);

ALTER TABLE meetings.body ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.seat ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.mandate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.mandate_act ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.sitting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.snapshot ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.vote ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings.paper ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON meetings.body
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.seat
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.mandate
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.mandate_act
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.sitting
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.snapshot
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.vote
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_organisation ON meetings.paper
  USING (organisation_id = ANY ((SELECT access.scope_primaries())::uuid[]));

-- Whoever may be asked for delegates sees that a body exists and how many seats are her own.
CREATE POLICY whoever_sends_may_know ON meetings.body FOR SELECT USING (true);
CREATE POLICY own_seats ON meetings.seat FOR SELECT
  USING (sender_id = ANY ((SELECT access.scope_primaries())::uuid[]));
-- She sends, and reads what became of it; only the commission changes it.
CREATE POLICY sent_by_us ON meetings.mandate FOR SELECT
  USING (sender_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY send ON meetings.mandate FOR INSERT
  WITH CHECK (sender_id = ANY ((SELECT access.scope_primaries())::uuid[]) AND standing IN ('SUBMITTED', 'ALTERNATE'));

GRANT SELECT, INSERT, UPDATE (allocation_decision) ON meetings.body TO ${application_login};
GRANT SELECT, INSERT, DELETE ON meetings.seat TO ${application_login};
GRANT SELECT, INSERT, UPDATE (number, standing, successor_id) ON meetings.mandate TO ${application_login};
GRANT SELECT, INSERT ON meetings.mandate_act, meetings.sitting, meetings.snapshot, meetings.vote, meetings.paper
  TO ${application_login};

-- A conference reaches below: members of every primary are counted, never named.
CREATE FUNCTION meetings.members_below(top uuid, day date)
  RETURNS TABLE (primary_id uuid, members bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.counting', 'yes', true);
  RETURN QUERY
    SELECT o.id, count(m.id)
      FROM organisations.organisation above
      JOIN organisations.organisation o
        ON o.position BETWEEN above.position AND above.last_position
       AND o.level = 'PRIMARY'
       AND o.status IN ('ACTIVE', 'LIQUIDATING')
      LEFT JOIN members.membership m
        ON m.primary_id = o.id
       AND m.kind = 'COUNTED'
       AND m.valid_from <= day
       AND (m.valid_until IS NULL OR m.valid_until > day)
     WHERE above.id = top
       AND above.id = ANY (access.scope_primaries())
     GROUP BY o.id;
  PERFORM set_config('profbilet.counting', '', true);
END
$$;

-- Of the mandates of a body in scope: which record is the person now, and is she a member on this day.
CREATE POLICY on_a_roll ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.roll');
CREATE POLICY on_a_roll ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'meetings.roll');
CREATE FUNCTION meetings.roll(body uuid, day date)
  RETURNS TABLE (mandate_id uuid, kept_id uuid, is_member boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'meetings.roll', true);
  RETURN QUERY
    SELECT m.id, coalesce(kept.id, m.person_id),
           EXISTS (SELECT 1
                     FROM members.membership k
                    WHERE k.person_id = coalesce(kept.id, m.person_id)
                      AND k.kind = 'COUNTED'
                      AND k.valid_from <= day
                      AND (k.valid_until IS NULL OR k.valid_until > day))
      FROM meetings.mandate m
      LEFT JOIN LATERAL (WITH RECURSIVE record AS (
                           SELECT p.id, p.merged_into FROM members.person p WHERE p.id = m.person_id
                            UNION
                           SELECT p.id, p.merged_into
                             FROM record
                             JOIN members.person p
                               ON p.id = record.merged_into)
                         SELECT record.id FROM record WHERE record.merged_into IS NULL) kept
        ON true
     WHERE m.body_id = body;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION meetings.members_below(uuid, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION meetings.roll(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meetings.members_below(uuid, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION meetings.roll(uuid, date) TO ${application_login};

-- A mandate without the human being: the number stays, and the protocol, which is a paper of the body.
SELECT privacy.declare_erasure('meetings.mandate', 10, 'имя и номер билета в мандате',
  'full_name = ''—'', ticket_number = '''', birth_year = 0');
