-- A message to many is information or advertising. Advertising goes only where the consent in force covers
-- it, past the last wall too, and says what it is.
ALTER TABLE notifications.campaign
  ADD COLUMN category text NOT NULL DEFAULT 'INFO' CONSTRAINT category_is_known CHECK (category IN ('INFO', 'AD'));
GRANT UPDATE (category) ON notifications.campaign TO ${application_login};

ALTER TABLE notifications.delivery
  DROP CONSTRAINT reason_is_known,
  ADD CONSTRAINT reason_is_known CHECK (withheld_reason IN (
    'NO_CONSENT', 'REFUSED', 'WITHDRAWN', 'MEMBERSHIP_ENDED', 'NO_ADDRESS', 'ADDRESS_NOT_VERIFIED',
    'ADDRESS_DEAD', 'EXPIRED', 'NO_ROUTE', 'MUTED', 'CANCELLED', 'ADS_REFUSED', 'ADS_NOT_COVERED'));

-- The last wall: whatever code or hand writes an attempt, it takes the consent FOR SHARE and finds it
-- in force in the very version it names, and for advertising finds that it covers advertising, or the attempt
-- does not exist (PF001). It runs with the rights and the row scope of the caller: who may not see the consent
-- finds none.
CREATE OR REPLACE FUNCTION notifications.require_consent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
  agreed_by uuid;
  sent text;
BEGIN
  SELECT decision_id INTO agreed_by
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
  SELECT coalesce(c.category, 'INFO') INTO sent
    FROM notifications.delivery AS d
    LEFT JOIN notifications.campaign AS c
      ON c.id = d.campaign_id
   WHERE d.id = NEW.delivery_id;
  -- a statement after the lock: whoever refuses advertising takes the same row
  IF sent IS DISTINCT FROM 'INFO' AND consents.ads_state(NEW.person_id, agreed_by) <> 'GIVEN' THEN
    RAISE EXCEPTION 'advertising needs a consent that covers it' USING ERRCODE = 'PF001';
  END IF;
  RETURN NEW;
END
$$;

-- What the gate calls a consent that is not given.
CREATE OR REPLACE FUNCTION notifications.no_consent(state text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN state IN ('REFUSED', 'WITHDRAWN', 'ADS_REFUSED', 'ADS_NOT_COVERED') THEN state ELSE 'NO_CONSENT' END;

CREATE POLICY of_a_campaign ON consents.decision FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');
CREATE POLICY of_a_campaign ON consents.ads_decision FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');

-- Whom a campaign is for in these primaries, and for every channel why it does not reach her (null: it does).
-- It foretells what the gate will say; the gate decides, at the moment of sending.
CREATE OR REPLACE FUNCTION notifications.reach(wanted uuid, primaries uuid[], day date)
  RETURNS TABLE (person_id uuid, primary_id uuid, zone text, push text, email text, sms text)
  LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
  -- LATERAL … OFFSET 0: everything about a person by its key, whatever the planner makes of the numbers
  WITH audience AS (
    SELECT m.person_id, m.primary_id, o.zone, c.channels, c.category, p.muted
      FROM notifications.campaign AS c
      JOIN members.membership AS m
        ON m.primary_id = ANY (primaries)
      JOIN organisations.organisation AS o
        ON o.id = m.primary_id
      LEFT JOIN LATERAL (
           SELECT one.language, one.muted
             FROM notifications.preference AS one
            WHERE one.person_id = m.person_id
           OFFSET 0) AS p ON true
     WHERE c.id = wanted
       AND m.kind = 'COUNTED'
       AND m.valid_from <= day
       AND (m.valid_until IS NULL OR m.valid_until > day)
       AND (c.categories = '{}' OR m.category = ANY (c.categories))
       AND (c.roles = '{}' OR m.union_roles && c.roles)
       AND (c.language IS NULL OR coalesce(p.language, 'RU') = c.language)
       AND (c.card_states = '{}'
         OR coalesce((SELECT CASE k.status WHEN 'ISSUED' THEN 'ISSUED' WHEN 'AT_PRIMARY' THEN 'AT_PRIMARY' ELSE 'UNDER_WAY' END
                        FROM cards.card AS k
                       WHERE k.person_id = m.person_id
                         AND k.medium = 'PLASTIC'
                         AND k.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION',
                                          'AT_PRIMARY', 'ISSUED')), 'NONE') = ANY (c.card_states))),
  judged AS (
    SELECT a.person_id, a.primary_id, a.zone, email.value AS mailbox, email.shared AS mailbox_shared,
           phone.value AS number, phone.shared AS number_shared,
           CASE WHEN 'PUSH' <> ALL (a.channels) THEN 'NOT_CHOSEN'
                WHEN 'PUSH' = ANY (a.muted) THEN 'MUTED'
                WHEN consent.push IS DISTINCT FROM 'GIVEN' THEN notifications.no_consent(consent.push)
                WHEN NOT EXISTS (SELECT 1
                                   FROM contacts.push_target AS t
                                  WHERE t.person_id = a.person_id
                                    AND t.dead_at IS NULL) THEN 'NO_ADDRESS' END AS push,
           CASE WHEN 'EMAIL' <> ALL (a.channels) THEN 'NOT_CHOSEN'
                WHEN 'EMAIL' = ANY (a.muted) THEN 'MUTED'
                WHEN consent.email IS DISTINCT FROM 'GIVEN' THEN notifications.no_consent(consent.email)
                WHEN email.value IS NULL THEN 'NO_ADDRESS'
                WHEN email.state <> 'GOOD' THEN 'ADDRESS_DEAD'
                WHEN email.shared AND email.verified_at IS NULL THEN 'ADDRESS_NOT_VERIFIED' END AS email,
           CASE WHEN 'SMS' <> ALL (a.channels) THEN 'NOT_CHOSEN'
                WHEN 'SMS' = ANY (a.muted) THEN 'MUTED'
                WHEN consent.sms IS DISTINCT FROM 'GIVEN' THEN notifications.no_consent(consent.sms)
                WHEN phone.value IS NULL THEN 'NO_ADDRESS'
                WHEN phone.state <> 'GOOD' THEN 'ADDRESS_DEAD'
                WHEN phone.verified_at IS NULL THEN 'ADDRESS_NOT_VERIFIED' END AS sms
      FROM audience AS a
     CROSS JOIN LATERAL (
           SELECT max(c.state) FILTER (WHERE c.channel = 'PUSH') AS push,
                  max(c.state) FILTER (WHERE c.channel = 'EMAIL') AS email,
                  max(c.state) FILTER (WHERE c.channel = 'SMS') AS sms
             FROM (SELECT one.channel,
                          CASE WHEN a.category = 'AD' AND one.state = 'GIVEN'
                               THEN consents.ads_state(one.person_id, one.decision_id)
                               ELSE one.state END AS state
                     FROM consents.current AS one
                    WHERE one.person_id = a.person_id
                      AND one.purpose = 'MESSAGES') AS c) AS consent
      LEFT JOIN LATERAL (
           SELECT one.value, one.shared, one.state, one.verified_at
             FROM contacts.contact AS one
            WHERE one.person_id = a.person_id
              AND one.kind = 'EMAIL'
              AND one.replaced_at IS NULL
              AND consent.email = 'GIVEN'
              AND 'EMAIL' = ANY (a.channels)
           OFFSET 0) AS email ON true
      LEFT JOIN LATERAL (
           SELECT one.value, one.shared, one.state, one.verified_at
             FROM contacts.contact AS one
            WHERE one.person_id = a.person_id
              AND one.kind = 'PHONE'
              AND one.replaced_at IS NULL
              AND consent.sms = 'GIVEN'
              AND 'SMS' = ANY (a.channels)
           OFFSET 0) AS phone ON true)
  -- a family at one address is told once
  SELECT j.person_id, j.primary_id, j.zone, j.push,
         CASE WHEN j.email IS NULL
               AND j.mailbox_shared
               AND EXISTS (SELECT 1
                             FROM judged AS other
                            WHERE other.email IS NULL
                              AND other.mailbox_shared
                              AND other.primary_id = j.primary_id
                              AND other.mailbox = j.mailbox
                              AND other.person_id < j.person_id) THEN 'SAME_ADDRESS' ELSE j.email END,
         CASE WHEN j.sms IS NULL
               AND j.number_shared
               AND EXISTS (SELECT 1
                             FROM judged AS other
                            WHERE other.sms IS NULL
                              AND other.number_shared
                              AND other.primary_id = j.primary_id
                              AND other.number = j.number
                              AND other.person_id < j.person_id) THEN 'SAME_ADDRESS' ELSE j.sms END
    FROM judged AS j
$$;
