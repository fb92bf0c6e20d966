-- One message to many members: who shall get it, by which channels, how far it is. Every member of the audience
-- finds it in her inbox; push, letter and SMS go only where her consent allows, and past the gate as ever.
CREATE TABLE notifications.campaign (
  id uuid CONSTRAINT campaign_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  request_hash text NOT NULL,
  subject text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  -- what an SMS says
  brief text NOT NULL DEFAULT '',
  subject_en text,
  body_en text,
  brief_en text,
  -- the day to which {days} counts
  counted_day date,
  -- the audience: everybody on record within this organisation, narrowed by what is named; empty narrows nothing
  within_id uuid NOT NULL REFERENCES organisations.organisation,
  kinds text[] NOT NULL DEFAULT '{}',
  categories text[] NOT NULL DEFAULT '{}' CONSTRAINT categories_are_known
    CHECK (categories <@ ARRAY['WORKING', 'STUDENT', 'UNION_STAFF', 'ON_LEAVE', 'LAID_OFF', 'PENSIONER']),
  card_states text[] NOT NULL DEFAULT '{}' CONSTRAINT card_states_are_known
    CHECK (card_states <@ ARRAY['NONE', 'UNDER_WAY', 'AT_PRIMARY', 'ISSUED']),
  roles text[] NOT NULL DEFAULT '{}',
  language text CONSTRAINT language_is_known CHECK (language IN ('RU', 'EN')),
  channels text[] NOT NULL DEFAULT '{}' CONSTRAINT channels_are_known CHECK (channels <@ ARRAY['PUSH', 'EMAIL', 'SMS']),
  -- not before; null: as soon as it may
  begins_at timestamptz,
  state text NOT NULL DEFAULT 'DRAFT' CONSTRAINT state_is_known
    CHECK (state IN ('DRAFT', 'WAITING', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  sent_by uuid,
  sent_at timestamptz,
  -- how many people the audience was when it was sent off
  recipients integer,
  approved_by uuid,
  approved_at timestamptz,
  return_reason text,
  expires_at timestamptz,
  -- how far the fan-out is: the place of the last primary in the tree
  fan_position bigint NOT NULL DEFAULT 0,
  fanned_out_at timestamptz,
  audience integer NOT NULL DEFAULT 0,
  told integer NOT NULL DEFAULT 0,
  zones text[] NOT NULL DEFAULT '{}',
  ended_at timestamptz,
  CONSTRAINT translated_as_a_whole CHECK ((subject_en IS NULL) = (body_en IS NULL) AND (body_en IS NULL) = (brief_en IS NULL)),
  CONSTRAINT sent_off_by_somebody CHECK (
    state IN ('DRAFT', 'CANCELLED') OR (sent_by IS NOT NULL AND sent_at IS NOT NULL AND recipients IS NOT NULL)),
  CONSTRAINT many_need_a_second_person CHECK (
    state IN ('DRAFT', 'WAITING', 'CANCELLED') OR recipients <= 1000 OR approved_by IS NOT NULL),
  CONSTRAINT the_second_person_is_another CHECK (approved_by NOT IN (created_by, sent_by)),
  CONSTRAINT a_running_one_ends CHECK (state NOT IN ('RUNNING', 'PAUSED', 'DONE') OR expires_at IS NOT NULL)
);

CREATE INDEX campaign_by_organisation ON notifications.campaign (organisation_id, created_at);
CREATE INDEX campaign_to_run ON notifications.campaign (created_at)
  WHERE state IN ('WAITING', 'RUNNING') OR (state = 'CANCELLED' AND ended_at IS NULL);

GRANT SELECT, INSERT ON notifications.campaign TO ${application_login};
GRANT UPDATE (request_hash, subject, body, brief, subject_en, body_en, brief_en, counted_day, within_id, kinds,
  categories, card_states, roles, language, channels, begins_at, state, sent_by, sent_at, recipients, approved_by,
  approved_at, return_reason, expires_at) ON notifications.campaign TO ${application_login};

-- What a member wants of messages to many; it narrows her consents and never widens them.
CREATE TABLE notifications.preference (
  person_id uuid CONSTRAINT preference_key PRIMARY KEY REFERENCES members.person,
  language text NOT NULL CONSTRAINT language_is_known CHECK (language IN ('RU', 'EN')),
  muted text[] NOT NULL CONSTRAINT muted_channels_are_known CHECK (muted <@ ARRAY['PUSH', 'EMAIL', 'SMS'])
);

-- Who finds which campaign in her page. It also keeps anybody from being told twice, and needs no consent:
-- it is her own page. No foreign key to the person: it would cost a million look-ups, and only people on
-- record come here.
CREATE TABLE notifications.inbox (
  person_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  put_at timestamptz NOT NULL,
  CONSTRAINT a_campaign_comes_once PRIMARY KEY (person_id, campaign_id)
);

ALTER TABLE notifications.preference ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notifications.inbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_self ON notifications.preference
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_self ON notifications.inbox FOR SELECT
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY jobs ON notifications.preference TO CURRENT_USER
  USING (true);
CREATE POLICY jobs ON notifications.inbox TO CURRENT_USER
  USING (true);

GRANT SELECT, INSERT, UPDATE ON notifications.preference TO ${application_login};
GRANT SELECT ON notifications.inbox TO ${application_login};

SELECT privacy.declare_erasure('notifications.preference', 10, 'выбор языка и рассылок', 'DELETE');
SELECT privacy.declare_erasure('notifications.inbox', 10, 'сообщения рассылок', 'DELETE');

-- A delivery of a campaign waits for the day in the zone of its member; a test to oneself does not.
ALTER TABLE notifications.delivery
  ADD COLUMN campaign_id uuid,
  ADD COLUMN zone text,
  DROP CONSTRAINT kind_is_known,
  ADD CONSTRAINT kind_is_known CHECK (kind IN ('CARD_ISSUED', 'CAMPAIGN', 'CAMPAIGN_TEST')),
  DROP CONSTRAINT reason_is_known,
  ADD CONSTRAINT reason_is_known CHECK (withheld_reason IN (
    'NO_CONSENT', 'REFUSED', 'WITHDRAWN', 'MEMBERSHIP_ENDED', 'NO_ADDRESS', 'ADDRESS_NOT_VERIFIED',
    'ADDRESS_DEAD', 'EXPIRED', 'NO_ROUTE', 'MUTED', 'CANCELLED')),
  ADD CONSTRAINT of_a_campaign CHECK ((kind IN ('CAMPAIGN', 'CAMPAIGN_TEST')) = (campaign_id IS NOT NULL)),
  ADD CONSTRAINT a_campaign_knows_the_zone CHECK ((kind = 'CAMPAIGN') = (zone IS NOT NULL));

-- A paused campaign, and a zone where it is night, are not looked at by a claim at all: neither costs an update.
DROP INDEX notifications.delivery_to_claim;
CREATE INDEX delivery_to_claim ON notifications.delivery (channel, priority, due_at, id)
  WHERE state = 'PENDING' AND zone IS NULL;
CREATE INDEX delivery_of_campaign_to_claim ON notifications.delivery (campaign_id, zone, channel, due_at, id)
  WHERE state = 'PENDING' AND zone IS NOT NULL;
CREATE INDEX delivery_of_campaign ON notifications.delivery (campaign_id, state, channel, withheld_reason)
  WHERE campaign_id IS NOT NULL;

DROP FUNCTION notifications.claim_due(text, text, timestamptz, uuid, timestamptz, integer);
DROP FUNCTION notifications.adopt_abandoned(timestamptz, uuid, timestamptz, integer);

-- Job 1: takes due deliveries of one channel and one priority under a lease; others skip what is being taken.
CREATE FUNCTION notifications.claim_due(
    wanted_channel text, wanted_priority text, moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (id uuid, person_id uuid, kind text, channel text, priority text, attempts integer,
    expires_at timestamptz, campaign_id uuid, zone text)
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
            AND p.zone IS NULL
            AND p.due_at <= moment
            AND p.expires_at > moment
          ORDER BY p.due_at, p.id
          LIMIT most
            FOR UPDATE SKIP LOCKED)
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at, d.campaign_id, d.zone
$$;

-- Job 2: takes over deliveries whose lease ran out because their sender died.
CREATE FUNCTION notifications.adopt_abandoned(
    moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (id uuid, person_id uuid, kind text, channel text, priority text, attempts integer,
    expires_at timestamptz, campaign_id uuid, zone text)
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
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at, d.campaign_id, d.zone
$$;

-- Job 12: the same for running campaigns, small ones first, in the zones where it is day: from 9 to 21.
CREATE FUNCTION notifications.claim_of_campaigns(
    wanted_channel text, moment timestamptz, new_owner uuid, new_until timestamptz, most integer)
  RETURNS TABLE (id uuid, person_id uuid, kind text, channel text, priority text, attempts integer,
    expires_at timestamptz, campaign_id uuid, zone text)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  UPDATE notifications.delivery AS d
     SET state = 'CLAIMED', lease_owner = new_owner, lease_until = new_until
   WHERE d.id IN (
         SELECT due.id
           FROM (SELECT c.id, z.zone
                   FROM notifications.campaign AS c
                  CROSS JOIN LATERAL unnest(c.zones) AS z (zone)
                  WHERE c.state = 'RUNNING'
                    AND extract(hour FROM moment AT TIME ZONE z.zone) BETWEEN 9 AND 20
                  ORDER BY c.audience, c.id) AS running
          CROSS JOIN LATERAL (
                 SELECT p.id
                   FROM notifications.delivery AS p
                  WHERE p.campaign_id = running.id
                    AND p.zone = running.zone
                    AND p.channel = wanted_channel
                    AND p.state = 'PENDING'
                    AND p.due_at <= moment
                    AND p.expires_at > moment
                  ORDER BY p.due_at, p.id
                  LIMIT most
                    FOR UPDATE SKIP LOCKED) AS due
          LIMIT most)
  RETURNING d.id, d.person_id, d.kind, d.channel, d.priority, d.attempts, d.expires_at, d.campaign_id, d.zone
$$;

-- The people of an audience are seen by the functions below alone, while they run; counts leave them, no name.
CREATE POLICY of_a_campaign ON members.person FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');
CREATE POLICY of_a_campaign ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');
CREATE POLICY of_a_campaign ON consents.current FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');
CREATE POLICY of_a_campaign ON contacts.contact FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');
CREATE POLICY of_a_campaign ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'notifications.campaign');

-- The primaries of an audience after a place in the tree, some at a time; null: all of them.
CREATE FUNCTION notifications.primaries_of(wanted uuid, after bigint, most integer)
  RETURNS TABLE (id uuid, place bigint)
  LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
  SELECT o.id, o.position
    FROM notifications.campaign AS c
    JOIN organisations.organisation AS top
      ON top.id = c.within_id
    JOIN organisations.organisation AS o
      ON o.position BETWEEN greatest(top.position, after + 1) AND top.last_position
   WHERE c.id = wanted
     AND o.level = 'PRIMARY'
     AND (c.kinds = '{}' OR o.institution_kind = ANY (c.kinds))
   ORDER BY o.position
   LIMIT most
$$;

-- What the gate calls a consent that is not given.
CREATE FUNCTION notifications.no_consent(state text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN state IN ('REFUSED', 'WITHDRAWN') THEN state ELSE 'NO_CONSENT' END;

-- Whom a campaign is for in these primaries, and for every channel why it does not reach her (null: it does).
-- It foretells what the gate will say; the gate decides, at the moment of sending.
CREATE FUNCTION notifications.reach(wanted uuid, primaries uuid[], day date)
  RETURNS TABLE (person_id uuid, primary_id uuid, zone text, push text, email text, sms text)
  LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
  -- LATERAL … OFFSET 0: everything about a person by its key, whatever the planner makes of the numbers
  WITH audience AS (
    SELECT m.person_id, m.primary_id, o.zone, c.channels, p.muted
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
             FROM consents.current AS c
            WHERE c.person_id = a.person_id
              AND c.purpose = 'MESSAGES') AS consent
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

-- Job 13: how many people a campaign is for, by what each channel says to them; counts alone.
CREATE FUNCTION notifications.preview(wanted uuid, day date)
  RETURNS TABLE (push text, email text, sms text, people integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'notifications.campaign', true);
  RETURN QUERY
    SELECT r.push, r.email, r.sms, CAST(count(*) AS integer)
      FROM (SELECT array_agg(one.id) AS ids
              FROM (SELECT p.id, row_number() OVER () / 100 AS slice
                      FROM notifications.primaries_of(wanted, -1, NULL) AS p) AS one
             GROUP BY one.slice) AS slices
     CROSS JOIN LATERAL notifications.reach(wanted, slices.ids, day) AS r
     GROUP BY r.push, r.email, r.sms;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Job 14: tells the next primaries of a running campaign, all of it or nothing: inbox, deliveries and the place
-- reached are one transaction, so that a killed process is followed by the next without a gap and without a
-- second copy. False where nothing is left to tell, or another process is at it.
CREATE FUNCTION notifications.fan_out(wanted uuid, moment timestamptz, day date, most integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  c notifications.campaign;
  slice uuid[];
  reached bigint;
  -- ids in the order of time (RFC 9562, version 7)
  new_id text := overlay(lpad(to_hex(CAST(extract(epoch FROM moment) * 1000 AS bigint)), 12, '0') PLACING '-' FROM 9 FOR 0) || '-7';
  put integer;
  sent integer;
  told_zones text[];
BEGIN
  SELECT * INTO c
    FROM notifications.campaign
   WHERE id = wanted
     AND state = 'RUNNING'
     AND fanned_out_at IS NULL
     AND coalesce(begins_at, moment) <= moment
     FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  SELECT array_agg(p.id), max(p.place) INTO slice, reached
    FROM notifications.primaries_of(wanted, c.fan_position, most) AS p;
  IF slice IS NULL OR c.expires_at <= moment THEN
    UPDATE notifications.campaign SET fanned_out_at = moment WHERE id = wanted;
    RETURN false;
  END IF;
  PERFORM set_config('profbilet.function', 'notifications.campaign', true);
  WITH found AS MATERIALIZED (
    SELECT r.person_id, r.primary_id, r.zone,
           array_remove(ARRAY[CASE WHEN r.push IS NULL THEN 'PUSH' END, CASE WHEN r.email IS NULL THEN 'EMAIL' END,
                              CASE WHEN r.sms IS NULL THEN 'SMS' END], NULL) AS ways
      FROM notifications.reach(wanted, slice, day) AS r),
  told AS (
    INSERT INTO notifications.inbox (person_id, campaign_id, put_at)
    SELECT f.person_id, wanted, moment
      FROM found AS f
        ON CONFLICT DO NOTHING
    RETURNING person_id),
  queued AS (
    INSERT INTO notifications.delivery (
           id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, due_at, expires_at,
           created_at, campaign_id, zone)
    SELECT CAST(new_id || substr(CAST(gen_random_uuid() AS text), 16) AS uuid),
           'campaign:' || wanted || ':' || f.person_id || ':' || f.ways[1], f.person_id, f.primary_id, 'CAMPAIGN',
           f.ways[1], f.ways[2:], 'BROADCAST', moment, c.expires_at, moment, wanted, f.zone
      FROM found AS f
      JOIN told AS t
        ON t.person_id = f.person_id
     WHERE cardinality(f.ways) > 0
    RETURNING zone)
  SELECT (SELECT count(*) FROM told), (SELECT count(*) FROM queued), (SELECT array_agg(DISTINCT zone) FROM queued)
    INTO put, sent, told_zones;
  PERFORM set_config('profbilet.function', '', true);
  UPDATE notifications.campaign
     SET fan_position = reached,
         audience = audience + put,
         told = told + sent,
         zones = ARRAY(SELECT DISTINCT z FROM unnest(zones || told_zones) AS z)
   WHERE id = wanted;
  RETURN true;
END
$$;

-- Job 15: ends a campaign whose messages have all ended, and clears away those of a cancelled one, some at a
-- time. True while there is more to clear away.
CREATE FUNCTION notifications.end_campaign(wanted uuid, moment timestamptz, most integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  cleared integer;
BEGIN
  UPDATE notifications.delivery
     SET state = 'WITHHELD', withheld_reason = 'CANCELLED'
   WHERE id IN (
         SELECT d.id
           FROM notifications.campaign AS c
           JOIN notifications.delivery AS d
             ON d.campaign_id = c.id
          WHERE c.id = wanted
            AND c.state = 'CANCELLED'
            AND d.state = 'PENDING'
            AND d.zone IS NOT NULL
          LIMIT most
            FOR UPDATE OF d SKIP LOCKED);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  IF cleared > 0 THEN
    RETURN true;
  END IF;
  UPDATE notifications.campaign AS c
     SET state = CASE c.state WHEN 'RUNNING' THEN 'DONE' ELSE c.state END, ended_at = moment
   WHERE c.id = wanted
     AND c.ended_at IS NULL
     AND (c.state = 'CANCELLED' OR (c.state = 'RUNNING' AND c.fanned_out_at IS NOT NULL))
     AND NOT EXISTS (SELECT 1
                       FROM notifications.delivery AS d
                      WHERE d.campaign_id = wanted
                        AND d.state IN ('PENDING', 'CLAIMED')
                        AND d.zone IS NOT NULL);
  RETURN false;
END
$$;

-- Job 16: how far the messages of a campaign are; counts alone.
CREATE FUNCTION notifications.progress_of(wanted uuid)
  RETURNS TABLE (channel text, state text, reason text, messages integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT d.channel, d.state, d.withheld_reason, CAST(count(*) AS integer)
    FROM notifications.delivery AS d
   WHERE d.campaign_id = wanted
     AND d.zone IS NOT NULL
   GROUP BY d.channel, d.state, d.withheld_reason
$$;

-- Job 17: a test goes to a member who is named as she would name herself, five times a campaign; whether there
-- is such a member is not told.
CREATE FUNCTION notifications.put_test(wanted uuid, ticket text, born date, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1 FROM notifications.campaign WHERE id = wanted FOR UPDATE;
  PERFORM set_config('profbilet.function', 'notifications.campaign', true);
  INSERT INTO notifications.delivery (
         id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, due_at, expires_at,
         created_at, campaign_id)
  SELECT gen_random_uuid(), 'campaign-test:' || wanted || ':' || gen_random_uuid() || ':' || c.channels[1], p.id,
         p.primary_id, 'CAMPAIGN_TEST', c.channels[1], c.channels[2:], 'CHAIR_TASK', moment, moment + interval '1 hour',
         moment, wanted
    FROM notifications.campaign AS c
    JOIN members.person AS p
      ON p.ticket_number = ticket
     AND p.birth_date = born
   WHERE c.id = wanted
     AND cardinality(c.channels) > 0
     AND (SELECT count(*)
            FROM notifications.delivery AS d
           WHERE d.campaign_id = wanted
             AND d.kind = 'CAMPAIGN_TEST'
             AND d.dedup_key LIKE '%:' || c.channels[1]) < 5;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

-- Messages that a person sends again may be of a campaign that was over.
CREATE OR REPLACE FUNCTION notifications.send_again(
    wanted_channel text, wanted_state text, wanted_error text, since timestamptz, moment timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  again integer;
BEGIN
  UPDATE notifications.delivery AS d
     SET state = 'PENDING', due_at = moment, expires_at = greatest(d.expires_at, moment + interval '1 day')
    FROM notifications.in_vain AS v
   WHERE v.id = d.id
     AND v.channel = wanted_channel
     AND v.state = wanted_state
     AND v.error = wanted_error
     AND v.created_at > since
     AND d.state = wanted_state;
  GET DIAGNOSTICS again = ROW_COUNT;
  UPDATE notifications.campaign AS c
     SET state = 'RUNNING', ended_at = NULL
   WHERE c.state = 'DONE'
     AND EXISTS (SELECT 1
                   FROM notifications.delivery AS d
                  WHERE d.campaign_id = c.id
                    AND d.state = 'PENDING'
                    AND d.zone IS NOT NULL);
  RETURN again;
END
$$;

REVOKE EXECUTE ON FUNCTION notifications.claim_due, notifications.adopt_abandoned, notifications.claim_of_campaigns,
  notifications.primaries_of, notifications.reach, notifications.no_consent, notifications.preview,
  notifications.fan_out, notifications.end_campaign, notifications.progress_of, notifications.put_test FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.claim_due, notifications.adopt_abandoned, notifications.claim_of_campaigns,
  notifications.preview, notifications.fan_out, notifications.end_campaign, notifications.progress_of,
  notifications.put_test TO ${application_login};
