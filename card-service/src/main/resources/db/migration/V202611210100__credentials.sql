-- The ticket on a phone: how a member's phone is enrolled, what was issued to it, and whether that is
-- still good. Private keys are not here: the server's live in files, a phone's never leaves the phone.
CREATE SCHEMA credentials;

-- A way in for one member: a slip from the chair, or a code sent to an address on record. Neither the
-- birth date nor the code stands here; the code only as a keyed hash.
CREATE TABLE credentials.activation (
  id uuid CONSTRAINT activation_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  ticket_number text NOT NULL,
  origin text NOT NULL CONSTRAINT origin_is_known CHECK (origin IN ('SLIP', 'CONTACT')),
  offer_hash text NOT NULL CONSTRAINT offer_is_unique UNIQUE,
  -- empty until a code for an address is made, at the moment of its dispatch
  code_hash text,
  created_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0
    CONSTRAINT five_attempts_and_no_more CHECK (failed_attempts BETWEEN 0 AND 5),
  used_at timestamptz,
  replaced_at timestamptz,
  CONSTRAINT a_slip_has_a_code_and_a_maker
    CHECK (origin <> 'SLIP' OR (code_hash IS NOT NULL AND created_by IS NOT NULL))
);

CREATE INDEX activation_by_ticket ON credentials.activation (ticket_number)
  WHERE used_at IS NULL AND replaced_at IS NULL;
CREATE INDEX activation_by_person ON credentials.activation (person_id);

-- A member's phone, known by the public halves of two keys: one for doors, one for shops.
CREATE TABLE credentials.device (
  id uuid CONSTRAINT device_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  activation_id uuid NOT NULL REFERENCES credentials.activation CONSTRAINT one_device_an_activation UNIQUE,
  name text NOT NULL,
  door_x text NOT NULL,
  door_y text NOT NULL,
  member_x text NOT NULL,
  member_y text NOT NULL,
  -- milliseconds by the phone's clock; a proof must be later than the one before
  last_proof_at bigint NOT NULL DEFAULT 0,
  enrolled_at timestamptz NOT NULL,
  revoked_at timestamptz,
  request_hash text NOT NULL,
  CONSTRAINT a_door_key_serves_one_device UNIQUE (door_x, door_y),
  CONSTRAINT a_member_key_serves_one_device UNIQUE (member_x, member_y)
);

CREATE INDEX device_by_person ON credentials.device (person_id);

-- Status lists: an entry is taken once and never given away again. Says nothing about a person.
CREATE TABLE credentials.status_list (
  number integer CONSTRAINT status_list_key PRIMARY KEY CONSTRAINT number_has_16_bits CHECK (number BETWEEN 0 AND 65535),
  -- grows with every change of a state
  version bigint NOT NULL DEFAULT 0
);
INSERT INTO credentials.status_list (number) VALUES (1);

CREATE TABLE credentials.status_entry (
  list_number integer NOT NULL REFERENCES credentials.status_list,
  index integer NOT NULL CONSTRAINT index_has_20_bits CHECK (index BETWEEN 0 AND 1048575),
  -- 0 valid, 1 invalid, 2 suspended
  state smallint NOT NULL DEFAULT 0 CONSTRAINT state_is_known CHECK (state BETWEEN 0 AND 2),
  CONSTRAINT status_entry_key PRIMARY KEY (list_number, index)
);

CREATE INDEX status_entry_not_valid ON credentials.status_entry (list_number, index) WHERE state <> 0;

CREATE TABLE credentials.credential (
  id uuid CONSTRAINT credential_key PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES credentials.device,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('DOOR', 'MEMBER')),
  list_number integer NOT NULL,
  index integer NOT NULL,
  issued_on date NOT NULL,
  expires_at timestamptz NOT NULL,
  text text NOT NULL,
  CONSTRAINT an_entry_serves_one_credential UNIQUE (list_number, index),
  CONSTRAINT one_of_a_kind_a_day UNIQUE (device_id, kind, issued_on),
  CONSTRAINT entry_was_taken FOREIGN KEY (list_number, index) REFERENCES credentials.status_entry
);

CREATE INDEX credential_by_person ON credentials.credential (person_id);

-- Every change of a state moves the list's version, so that a kept list is known to be old.
CREATE FUNCTION credentials.move_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  UPDATE credentials.status_list
     SET version = version + 1
   WHERE number IN (SELECT DISTINCT list_number FROM changed);
  RETURN NULL;
END
$$;

CREATE TRIGGER state_moves_version AFTER UPDATE ON credentials.status_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION credentials.move_version();

ALTER TABLE credentials.activation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE credentials.device ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE credentials.credential ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_primary ON credentials.activation
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON credentials.activation
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON credentials.device
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON credentials.device
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON credentials.credential
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON credentials.credential
  USING (person_id = (SELECT access.scope_person()));

GRANT USAGE ON SCHEMA credentials TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON credentials.activation, credentials.device TO ${application_login};
GRANT SELECT, INSERT ON credentials.credential, credentials.status_list TO ${application_login};
GRANT SELECT, INSERT, UPDATE (state) ON credentials.status_entry TO ${application_login};

-- Who knocks without a scope, a new phone or a phone with its key, must first be found. The owner of the
-- functions is under row-level security too; these policies open the rows to it alone, and only while
-- one of the named functions runs. (A function's own SET clause would do it, but PostgreSQL lets only a
-- superuser write one for a parameter of ours.)
CREATE POLICY at_the_gate ON credentials.activation FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'credentials.knock');
CREATE POLICY at_the_gate ON credentials.device FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('credentials.device_owner', 'credentials.door_keys'));
CREATE POLICY at_the_gate ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'credentials.ask_for_code');
CREATE POLICY at_a_door ON credentials.credential FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'credentials.shown');

-- The open ways in for a ticket number or an offer; names nobody, and opens no row by itself.
CREATE FUNCTION credentials.knock(ticket text, offer text)
  RETURNS TABLE (activation_id uuid, person_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.knock', true);
  RETURN QUERY
    SELECT a.id, a.person_id
      FROM credentials.activation a
     WHERE (a.offer_hash = offer OR a.ticket_number = ticket)
       AND a.used_at IS NULL
       AND a.replaced_at IS NULL
     ORDER BY a.id;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Whose phone it is. The caller then opens that one person's rows and looks whether the phone is trusted.
CREATE FUNCTION credentials.device_owner(device uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.device_owner', true);
  found_person := (
      SELECT d.person_id FROM credentials.device d WHERE d.id = device);
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

-- Who asks for a code: both the ticket number and the birth date must fit.
CREATE FUNCTION credentials.ask_for_code(ticket text, birth date) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.ask_for_code', true);
  found_person := (
      SELECT p.id FROM members.person p WHERE p.ticket_number = ticket AND p.birth_date = birth);
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

-- Whose credential was shown, and its state now. Only for the door of a meeting.
CREATE FUNCTION credentials.shown(list integer, entry integer)
  RETURNS TABLE (person_id uuid, primary_id uuid, device_id uuid, state smallint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.shown', true);
  RETURN QUERY
    SELECT c.person_id, c.primary_id, c.device_id, s.state
      FROM credentials.credential c
      JOIN credentials.status_entry s
        ON s.list_number = c.list_number AND s.index = c.index
     WHERE c.list_number = list
       AND c.index = entry
       AND access.scope_meeting() IS NOT NULL;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Public door keys of trusted phones of these people: what an offline list is sealed with. Only for the
-- door of a meeting.
CREATE FUNCTION credentials.door_keys(people uuid[])
  RETURNS TABLE (person_id uuid, door_x text, door_y text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.door_keys', true);
  RETURN QUERY
    SELECT d.person_id, d.door_x, d.door_y
      FROM credentials.device d
     WHERE d.person_id = ANY (people)
       AND d.revoked_at IS NULL
       AND access.scope_meeting() IS NOT NULL;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION credentials.knock(text, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.device_owner(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.ask_for_code(text, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.shown(integer, integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.door_keys(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credentials.knock(text, text) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.device_owner(uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.ask_for_code(text, date) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.shown(integer, integer) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.door_keys(uuid[]) TO ${application_login};
