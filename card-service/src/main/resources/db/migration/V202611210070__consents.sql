-- Consents as a ledger: a decision is a new row and acts at once; a text version never changes.
CREATE SCHEMA consents;

CREATE TABLE consents.text (
  id uuid CONSTRAINT text_key PRIMARY KEY,
  purpose text NOT NULL CONSTRAINT purpose_is_known CHECK (purpose IN ('UNION_PROCESSING', 'PARTNER', 'MESSAGES')),
  version text NOT NULL,
  title text NOT NULL,
  -- paragraphs; the words in braces are filled when the paper is printed
  body text NOT NULL,
  sha256 text NOT NULL CONSTRAINT sha256_is_of_the_body
    CHECK (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  effective_from date NOT NULL,
  effective_until date,
  CONSTRAINT version_of_a_purpose_is_unique UNIQUE (purpose, version),
  CONSTRAINT one_text_of_a_purpose_on_any_day
    EXCLUDE USING gist (purpose WITH =, daterange(effective_from, effective_until) WITH &&)
);

-- One act of a chair: "mark everybody but …" on a date. Its id is the idempotency key of the request.
CREATE TABLE consents.recording (
  id uuid CONSTRAINT recording_key PRIMARY KEY,
  primary_id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  request_hash text NOT NULL,
  recorded_count integer NOT NULL
);

CREATE TABLE consents.decision (
  id uuid CONSTRAINT decision_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  purpose text NOT NULL CONSTRAINT purpose_is_known CHECK (purpose IN ('UNION_PROCESSING', 'PARTNER', 'MESSAGES')),
  channel text NOT NULL DEFAULT 'NONE' CONSTRAINT channel_is_known CHECK (channel IN ('NONE', 'SMS', 'PUSH', 'EMAIL')),
  state text NOT NULL CONSTRAINT state_is_known CHECK (state IN ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  version integer NOT NULL,
  text_id uuid NOT NULL REFERENCES consents.text,
  form text NOT NULL CONSTRAINT form_is_known CHECK (form IN ('PAPER', 'ELECTRONIC')),
  signed_on date NOT NULL,
  keeper_id uuid,
  recording_id uuid,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT only_messages_have_channels CHECK ((purpose = 'MESSAGES') = (channel <> 'NONE')),
  CONSTRAINT paper_has_a_keeper CHECK (form <> 'PAPER' OR keeper_id IS NOT NULL),
  CONSTRAINT versions_do_not_repeat UNIQUE (person_id, purpose, channel, version)
);

-- The newest decision; the row that a sender locks FOR SHARE until the hand-over is finished.
CREATE TABLE consents.current (
  person_id uuid NOT NULL,
  primary_id uuid NOT NULL,
  purpose text NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  decision_id uuid NOT NULL
    CONSTRAINT current_is_a_decision REFERENCES consents.decision DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT current_key PRIMARY KEY (person_id, purpose, channel)
);

CREATE INDEX current_by_primary ON consents.current (primary_id, purpose);

-- The ledger alone numbers the decisions and writes the current state: the row of the state is locked
-- first, so that order is by version and never by a clock, and a sender's lock is waited for.
CREATE FUNCTION consents.number_and_make_current() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1 FROM members.person WHERE id = NEW.person_id AND primary_id = NEW.primary_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a decision belongs to a person of its primary' USING ERRCODE = 'PF002';
  END IF;
  INSERT INTO consents.current AS c (person_id, primary_id, purpose, channel, state, version, decision_id)
  VALUES (NEW.person_id, NEW.primary_id, NEW.purpose, NEW.channel, NEW.state, 1, NEW.id)
  ON CONFLICT (person_id, purpose, channel) DO UPDATE
    SET state = EXCLUDED.state,
        version = c.version + 1,
        primary_id = EXCLUDED.primary_id,
        decision_id = EXCLUDED.decision_id
  RETURNING c.version INTO NEW.version;
  RETURN NEW;
END
$$;

CREATE TRIGGER decision_is_numbered BEFORE INSERT ON consents.decision
  FOR EACH ROW EXECUTE FUNCTION consents.number_and_make_current();

-- A printed paper: its id stands in the QR code of the sheet, so that a signed pile can be scanned.
-- The same person and the same text keep the same sheet, however often it is printed.
CREATE TABLE consents.sheet (
  id uuid CONSTRAINT sheet_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  text_id uuid NOT NULL REFERENCES consents.text,
  printed_at timestamptz NOT NULL,
  CONSTRAINT one_sheet_of_a_text UNIQUE (person_id, text_id)
);

ALTER TABLE consents.recording ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consents.decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consents.current ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consents.sheet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_primary ON consents.recording
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON consents.decision
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON consents.decision
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON consents.current
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON consents.current
  USING (person_id = (SELECT access.scope_person()));

CREATE POLICY own_primary ON consents.sheet
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));

GRANT USAGE ON SCHEMA consents TO ${application_login};
GRANT SELECT ON consents.text TO ${application_login};
GRANT SELECT, INSERT ON consents.recording, consents.decision, consents.sheet TO ${application_login};
-- only the ledger's trigger writes the state; one column may be updated because FOR SHARE asks for it
GRANT SELECT, UPDATE (primary_id) ON consents.current TO ${application_login};
