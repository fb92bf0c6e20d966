-- One notice, several ways: the next is taken when the one before it ended in vain. Receipts of providers
-- end what was sent. Claims go by priority along an index, so that a broadcast of millions costs a personal
-- message nothing.
ALTER TABLE notifications.delivery
  ADD COLUMN next_channels text[] NOT NULL DEFAULT '{}'
    CONSTRAINT next_channels_are_known CHECK (next_channels <@ ARRAY['SMS', 'PUSH', 'EMAIL']);

DROP INDEX notifications.delivery_to_claim;
CREATE INDEX delivery_to_claim ON notifications.delivery (channel, priority, due_at, id) WHERE state = 'PENDING';

DROP FUNCTION notifications.claim_due(text, timestamptz, uuid, timestamptz, integer);

-- Job 1: takes due deliveries of one channel and one priority under a lease; others skip what is being taken.
CREATE FUNCTION notifications.claim_due(
    wanted_channel text, wanted_priority text, moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
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
            AND p.priority = wanted_priority
            AND p.state = 'PENDING'
            AND p.due_at <= moment
            AND p.expires_at > moment
          ORDER BY p.due_at, p.id
          LIMIT most
            FOR UPDATE SKIP LOCKED)
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at
$$;

-- What a provider tells of a message after it has taken it; of a person it knows nothing.
CREATE TABLE notifications.receipt (
  id uuid CONSTRAINT receipt_key PRIMARY KEY,
  provider text NOT NULL,
  -- the provider's name of the message, as in attempt
  provider_message text NOT NULL,
  outcome text NOT NULL CONSTRAINT outcome_is_known CHECK (outcome IN ('DELIVERED', 'FAILED', 'DEAD_ADDRESS')),
  detail text NOT NULL,
  received_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT receipt_is_kept_once UNIQUE (provider, provider_message, outcome)
);

CREATE INDEX receipt_to_settle ON notifications.receipt (received_at) WHERE settled_at IS NULL;
CREATE INDEX attempt_by_provider_message ON notifications.attempt (provider, provider_message)
  WHERE provider_message IS NOT NULL;

ALTER TABLE notifications.receipt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY from_providers ON notifications.receipt FOR INSERT WITH CHECK (true);
CREATE POLICY jobs ON notifications.receipt TO CURRENT_USER USING (true);
CREATE POLICY jobs ON notifications.attempt TO CURRENT_USER USING (true);

-- Job 9: ends deliveries by the receipts that came since, each once; what matches nothing is looked at for
-- three days, because a receipt may be quicker than the answer, and forgotten after thirty. Providers use their
-- names of messages again: one tried more than ten days before is another.
CREATE FUNCTION notifications.settle_receipts(moment timestamptz, most integer)
  RETURNS TABLE (delivery_id uuid, person_id uuid, contact_id uuid, tried_at timestamptz, outcome text)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  DELETE FROM notifications.receipt
   WHERE received_at < moment - interval '30 days';

  WITH found AS (
    SELECT r.id, r.outcome, a.delivery_id, a.contact_id, a.created_at AS tried_at
      FROM notifications.receipt AS r
      JOIN notifications.attempt AS a
        ON a.provider = r.provider
       AND a.provider_message = r.provider_message
     WHERE r.settled_at IS NULL
       AND r.received_at > moment - interval '3 days'
       AND a.state = 'ACCEPTED'
       AND a.created_at > r.received_at - interval '10 days'
     ORDER BY r.received_at, r.id
     LIMIT most
       FOR UPDATE OF r SKIP LOCKED),
  settled AS (
    UPDATE notifications.receipt AS r
       SET settled_at = moment
      FROM found AS f
     WHERE r.id = f.id)
  UPDATE notifications.delivery AS d
     SET state = CASE f.outcome WHEN 'DELIVERED' THEN 'DELIVERED' ELSE 'BOUNCED' END
    FROM found AS f
   WHERE d.id = f.delivery_id
     AND d.state = 'ACCEPTED'
  RETURNING d.id, d.person_id, f.contact_id, f.tried_at, f.outcome
$$;

REVOKE EXECUTE ON FUNCTION notifications.claim_due, notifications.settle_receipts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.claim_due, notifications.settle_receipts TO ${application_login};
GRANT INSERT ON notifications.receipt TO ${application_login};
