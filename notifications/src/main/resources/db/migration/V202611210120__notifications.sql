-- What shall be told to whom by which channel, and every try to do so. No address is ever stored here:
-- the consents package hands it out at the moment of sending.
CREATE SCHEMA notifications;

CREATE TABLE notifications.delivery (
  id uuid CONSTRAINT delivery_key PRIMARY KEY,
  -- what makes two deliveries the same one, for example card:…:issued:EMAIL
  dedup_key text NOT NULL CONSTRAINT delivery_is_made_once UNIQUE,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid,
  kind text NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('CARD_ISSUED')),
  channel text NOT NULL CONSTRAINT channel_is_known CHECK (channel IN ('SMS', 'PUSH', 'EMAIL')),
  priority text NOT NULL CONSTRAINT priority_is_known CHECK (priority IN ('TRANSACTIONAL', 'CHAIR_TASK', 'BROADCAST')),
  state text NOT NULL DEFAULT 'PENDING' CONSTRAINT state_is_known CHECK (state IN (
    'PENDING', 'CLAIMED', 'ACCEPTED', 'DELIVERED', 'BOUNCED', 'UNCERTAIN', 'DEAD', 'WITHHELD')),
  withheld_reason text CONSTRAINT reason_is_known CHECK (withheld_reason IN (
    'NO_CONSENT', 'REFUSED', 'WITHDRAWN', 'MEMBERSHIP_ENDED', 'NO_ADDRESS', 'ADDRESS_NOT_VERIFIED',
    'ADDRESS_DEAD', 'EXPIRED', 'NO_ROUTE')),
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_owner uuid,
  lease_until timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT withheld_has_reason CHECK ((state = 'WITHHELD') = (withheld_reason IS NOT NULL)),
  CONSTRAINT claimed_has_lease CHECK ((state = 'CLAIMED') = (lease_owner IS NOT NULL)),
  CONSTRAINT lease_has_end CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
  CONSTRAINT attempt_belongs_to UNIQUE (id, person_id, channel)
);

CREATE INDEX delivery_to_claim ON notifications.delivery (channel, due_at) WHERE state = 'PENDING';
CREATE INDEX delivery_to_expire ON notifications.delivery (expires_at) WHERE state = 'PENDING';
CREATE INDEX delivery_to_adopt ON notifications.delivery (lease_until) WHERE state = 'CLAIMED';
CREATE INDEX delivery_by_person ON notifications.delivery (person_id, created_at);

-- One try to reach one address. INTENT is committed before the first byte leaves, so that a killed
-- process leaves a trace; HANDING_OVER is written inside the transaction that holds the consent.
CREATE TABLE notifications.attempt (
  id uuid CONSTRAINT attempt_key PRIMARY KEY,
  delivery_id uuid NOT NULL,
  person_id uuid NOT NULL,
  channel text NOT NULL,
  -- the row of the address in contacts, never the address
  contact_id uuid NOT NULL,
  provider text,
  consent_version integer NOT NULL,
  gate_at timestamptz NOT NULL,
  phase text NOT NULL CONSTRAINT phase_is_known CHECK (phase IN ('INTENT', 'HANDING_OVER', 'ENDED')),
  state text NOT NULL CONSTRAINT state_is_known CHECK (state IN (
    'OPEN', 'ACCEPTED', 'RETRY', 'UNCERTAIN', 'DEAD_ADDRESS', 'DEAD', 'NOT_SENT')),
  provider_message text,
  error text,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT ended_has_state CHECK ((phase = 'ENDED') = (state <> 'OPEN')),
  CONSTRAINT ended_has_time CHECK ((phase = 'ENDED') = (ended_at IS NOT NULL)),
  CONSTRAINT attempt_of_a_delivery FOREIGN KEY (delivery_id, person_id, channel)
    REFERENCES notifications.delivery (id, person_id, channel)
);

CREATE INDEX attempt_by_delivery ON notifications.attempt (delivery_id);

-- The last wall: whatever code or hand writes an attempt, it takes the consent FOR SHARE and finds it
-- in force in the very version it names, or the attempt does not exist (PF001). It runs with the rights
-- and the row scope of the caller: who may not see the consent finds none.
CREATE FUNCTION notifications.require_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1
     FROM consents.current
    WHERE person_id = NEW.person_id
      AND purpose = 'MESSAGES'
      AND channel = NEW.channel
      AND state = 'GIVEN'
      AND version = NEW.consent_version
      FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an attempt needs a consent in force' USING ERRCODE = 'PF001';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER attempt_needs_consent BEFORE INSERT ON notifications.attempt
  FOR EACH ROW EXECUTE FUNCTION notifications.require_consent();
CREATE TRIGGER hand_over_needs_consent BEFORE UPDATE ON notifications.attempt
  FOR EACH ROW WHEN (NEW.phase <> 'ENDED' OR NEW.person_id <> OLD.person_id OR NEW.channel <> OLD.channel)
  EXECUTE FUNCTION notifications.require_consent();

ALTER TABLE notifications.delivery ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notifications.attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A fact of a primary or of a member herself makes deliveries; only the member reads them.
CREATE POLICY own_fact ON notifications.delivery FOR INSERT
  WITH CHECK (primary_id = ANY ((SELECT access.scope_primaries())::uuid[])
    OR person_id = (SELECT access.scope_person()));
CREATE POLICY own_self ON notifications.delivery FOR SELECT
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_self ON notifications.attempt
  USING (person_id = (SELECT access.scope_person()));
-- The functions below run as the owner, and nothing else does.
CREATE POLICY jobs ON notifications.delivery TO CURRENT_USER
  USING (true);

-- Job 1: takes due deliveries of one channel under a lease; others skip what is being taken.
CREATE FUNCTION notifications.claim_due(
    wanted_channel text, moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (id uuid, person_id uuid, kind text, channel text, priority text, attempts integer,
    expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  UPDATE notifications.delivery AS d
     SET state = 'CLAIMED', lease_owner = new_owner, lease_until = new_until
   WHERE d.id IN (
         SELECT p.id
           FROM notifications.delivery AS p
          WHERE p.channel = wanted_channel
            AND p.state = 'PENDING'
            AND p.due_at <= moment
            AND p.expires_at > moment
          ORDER BY array_position(ARRAY['TRANSACTIONAL', 'CHAIR_TASK', 'BROADCAST'], p.priority), p.due_at, p.id
          LIMIT most
            FOR UPDATE SKIP LOCKED)
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at
$$;

-- Job 2: takes over deliveries whose lease ran out because their sender died.
CREATE FUNCTION notifications.adopt_abandoned(
    moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (id uuid, person_id uuid, kind text, channel text, priority text, attempts integer,
    expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  UPDATE notifications.delivery AS d
     SET lease_owner = new_owner, lease_until = new_until
   WHERE d.id IN (
         SELECT a.id
           FROM notifications.delivery AS a
          WHERE a.state = 'CLAIMED'
            AND a.lease_until <= moment
          ORDER BY a.lease_until, a.id
          LIMIT most
            FOR UPDATE SKIP LOCKED)
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at
$$;

-- Job 3: what was not sent in its time is not sent late.
CREATE FUNCTION notifications.expire(moment timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  expired integer;
BEGIN
  UPDATE notifications.delivery
     SET state = 'WITHHELD', withheld_reason = 'EXPIRED'
   WHERE state = 'PENDING'
     AND expires_at <= moment;
  GET DIAGNOSTICS expired = ROW_COUNT;
  RETURN expired;
END
$$;

-- Job 4: locks a delivery that is still ours; false where the lease has gone to another sender.
CREATE FUNCTION notifications.hold(wanted uuid, owner_now uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1
     FROM notifications.delivery
    WHERE id = wanted
      AND state = 'CLAIMED'
      AND lease_owner = owner_now
      FOR UPDATE;
  RETURN FOUND;
END
$$;

-- Job 5: ends a claim with its outcome; only the holder of the lease can, and the count says so.
CREATE FUNCTION notifications.settle(
    wanted uuid, owner_now uuid, new_state text, reason text, next_due timestamptz, tried integer)
  RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  settled integer;
BEGIN
  UPDATE notifications.delivery
     SET state = new_state,
         withheld_reason = reason,
         due_at = coalesce(next_due, due_at),
         attempts = attempts + tried,
         lease_owner = NULL,
         lease_until = NULL
   WHERE id = wanted
     AND state = 'CLAIMED'
     AND lease_owner = owner_now;
  GET DIAGNOSTICS settled = ROW_COUNT;
  RETURN settled;
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA notifications FROM PUBLIC;
GRANT USAGE ON SCHEMA notifications TO ${application_login};
GRANT EXECUTE ON FUNCTION notifications.claim_due, notifications.adopt_abandoned, notifications.expire,
  notifications.hold, notifications.settle TO ${application_login};
GRANT SELECT, INSERT ON notifications.delivery TO ${application_login};
GRANT SELECT, INSERT ON notifications.attempt TO ${application_login};
GRANT UPDATE (phase, state, provider, consent_version, gate_at, provider_message, error, ended_at)
  ON notifications.attempt TO ${application_login};
