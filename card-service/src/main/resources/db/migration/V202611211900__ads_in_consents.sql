-- Advertising goes only to whom agreed to it in words that name it, and stops at once when she says so, by
-- every channel (38-ФЗ art. 18 p. 1); what the Union has to tell her goes on.
ALTER TABLE consents.text
  -- a consent to information is no consent to advertising: the words say whether they are both
  ADD COLUMN covers_ads boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT only_messages_advertise CHECK (purpose = 'MESSAGES' OR NOT covers_ads);

-- said here of words that were published before anybody asked
ALTER TABLE consents.text DISABLE TRIGGER text_is_for_ever;
UPDATE consents.text
   SET covers_ads = true
 WHERE purpose = 'MESSAGES'
   AND body LIKE '%информационного и рекламного характера%';
ALTER TABLE consents.text ENABLE TRIGGER text_is_for_ever;

-- Whether a member wants advertising among her messages. Without a row her consents say it all.
CREATE TABLE consents.ads_decision (
  id uuid CONSTRAINT ads_decision_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  wanted boolean NOT NULL,
  version integer NOT NULL,
  -- by the key of her phone, or by the link of a letter
  evidence text NOT NULL CONSTRAINT evidence_is_known CHECK (evidence IN ('PHONE', 'LINK')),
  device_id uuid,
  device_key text,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT a_phone_is_named CHECK ((evidence = 'PHONE') = (device_id IS NOT NULL AND device_key IS NOT NULL)),
  CONSTRAINT a_link_only_says_no CHECK (evidence = 'PHONE' OR NOT wanted),
  CONSTRAINT ads_versions_do_not_repeat UNIQUE (person_id, version)
);

-- It takes the consents that senders hold: when it has returned, no advertising to her is under way.
CREATE FUNCTION consents.number_ads_decision() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM 1
     FROM consents.current
    WHERE person_id = NEW.person_id
      AND purpose = 'MESSAGES'
    ORDER BY channel
      FOR UPDATE;
  SELECT coalesce(max(version), 0) + 1 INTO NEW.version
    FROM consents.ads_decision
   WHERE person_id = NEW.person_id;
  RETURN NEW;
END
$$;

CREATE TRIGGER ads_decision_is_numbered BEFORE INSERT ON consents.ads_decision
  FOR EACH ROW EXECUTE FUNCTION consents.number_ads_decision();
CREATE TRIGGER ads_decision_is_for_ever BEFORE UPDATE OR DELETE ON consents.ads_decision
  FOR EACH ROW EXECUTE FUNCTION consents.refuse_change();

ALTER TABLE consents.ads_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_self ON consents.ads_decision
  USING (person_id = (SELECT access.scope_person()));
GRANT SELECT, INSERT ON consents.ads_decision TO ${application_login};
SELECT privacy.declare_erasure('consents.ads_decision', 0, 'журнал отказов от рекламы', 'KEEP');

-- What a consent that was given means for advertising. To be asked in a statement of its own, after the
-- consent is held.
CREATE FUNCTION consents.ads_state(person uuid, agreed_by uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
  SELECT CASE
           WHEN NOT EXISTS (SELECT 1
                              FROM consents.decision AS d
                              JOIN consents.text AS t
                                ON t.id = d.text_id
                             WHERE d.id = agreed_by
                               AND t.covers_ads) THEN 'ADS_NOT_COVERED'
           WHEN NOT coalesce((SELECT a.wanted
                                FROM consents.ads_decision AS a
                               WHERE a.person_id = person
                               ORDER BY a.version DESC
                               LIMIT 1), true) THEN 'ADS_REFUSED'
           ELSE 'GIVEN' END
$$;

REVOKE EXECUTE ON FUNCTION consents.ads_state(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consents.ads_state(uuid, uuid) TO ${application_login};
