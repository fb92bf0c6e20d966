-- A ticket in the wallet of a phone (Apple, Google): a card to look at with a fixed code, good for a check at a
-- counter and for nothing at a door. Its secrets are computed, never kept.
CREATE TABLE credentials.wallet_pass (
  id uuid CONSTRAINT wallet_pass_key PRIMARY KEY,
  person_id uuid NOT NULL,
  primary_id uuid NOT NULL,
  wallet text NOT NULL CONSTRAINT wallet_is_known CHECK (wallet IN ('APPLE', 'GOOGLE')),
  -- hash of the code in its QR
  code_hash text NOT NULL CONSTRAINT wallet_code_is_unique UNIQUE,
  made_at timestamptz NOT NULL,
  -- when what it shows last changed, and up to when wallets were told
  changed_at timestamptz NOT NULL,
  told_at timestamptz NOT NULL,
  CONSTRAINT one_pass_a_wallet UNIQUE (person_id, wallet),
  CONSTRAINT wallet_pass_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE
);
CREATE INDEX wallet_pass_to_tell ON credentials.wallet_pass (changed_at) WHERE told_at < changed_at;

-- Phones that asked Apple's way to be told of changes.
CREATE TABLE credentials.wallet_device (
  pass_id uuid NOT NULL REFERENCES credentials.wallet_pass ON DELETE CASCADE,
  device text NOT NULL CONSTRAINT device_is_short CHECK (length(device) <= 200),
  push_token text NOT NULL CONSTRAINT push_token_is_short CHECK (length(push_token) <= 200),
  CONSTRAINT wallet_device_key PRIMARY KEY (pass_id, device)
);
CREATE INDEX wallet_device_by_device ON credentials.wallet_device (device);

ALTER TABLE credentials.wallet_pass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON credentials.wallet_pass
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_self ON credentials.wallet_pass
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY at_the_gate ON credentials.wallet_pass FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) IN ('credentials.wallet_owner', 'credentials.wallet_bearer', 'credentials.wallet_due'));

GRANT SELECT, INSERT, UPDATE (changed_at, told_at), DELETE ON credentials.wallet_pass TO ${application_login};
GRANT SELECT, INSERT, UPDATE (push_token), DELETE ON credentials.wallet_device TO ${application_login};

-- Whose pass it is; the caller proves by the pass's secret that it is hers before her rows are opened.
CREATE FUNCTION credentials.wallet_owner(pass uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.wallet_owner', true);
  found_person := (SELECT p.person_id FROM credentials.wallet_pass p WHERE p.id = pass);
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

-- Whose pass was shown at a counter.
CREATE FUNCTION credentials.wallet_bearer(hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  found_person uuid;
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.wallet_bearer', true);
  found_person := (SELECT p.person_id FROM credentials.wallet_pass p WHERE p.code_hash = hash);
  PERFORM set_config('profbilet.function', '', true);
  RETURN found_person;
END
$$;

-- For the job: passes whose wallets are to be told, a hundred at a time.
CREATE FUNCTION credentials.wallet_due() RETURNS TABLE (pass_id uuid, person_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'credentials.wallet_due', true);
  RETURN QUERY
    SELECT p.id, p.person_id
      FROM credentials.wallet_pass p
     WHERE p.told_at < p.changed_at
     ORDER BY p.changed_at
     LIMIT 100;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION credentials.wallet_owner(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.wallet_bearer(text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION credentials.wallet_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credentials.wallet_owner(uuid) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.wallet_bearer(text) TO ${application_login};
GRANT EXECUTE ON FUNCTION credentials.wallet_due() TO ${application_login};

SELECT privacy.declare_erasure('credentials.wallet_pass', 10, 'билет в кошельке телефона', 'DELETE');
