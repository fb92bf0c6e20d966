-- Consents that hold in court: words and decisions that nobody can change, the evidence of an electronic
-- decision, and the two rules by which a consent ends without a decision (other number, other words).

-- Which words are in force follows from the days alone: the newest text that has begun. No row is ever
-- closed, so no row is ever changed.
ALTER TABLE consents.text
  DROP CONSTRAINT one_text_of_a_purpose_on_any_day,
  DROP COLUMN effective_until,
  ADD CONSTRAINT one_text_of_a_purpose_a_day UNIQUE (purpose, effective_from),
  -- true: who signed earlier words need not sign again; false: these words ask everybody anew
  ADD COLUMN keeps_earlier boolean NOT NULL DEFAULT true,
  ADD COLUMN published_by uuid,
  ADD COLUMN published_at timestamptz;
ALTER TABLE consents.text ALTER COLUMN keeps_earlier DROP DEFAULT;

CREATE FUNCTION consents.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'PF003';
END
$$;

-- Not even the owner changes what was signed.
CREATE TRIGGER text_is_for_ever BEFORE UPDATE OR DELETE ON consents.text
  FOR EACH ROW EXECUTE FUNCTION consents.refuse_change();
CREATE TRIGGER texts_are_for_ever BEFORE TRUNCATE ON consents.text
  FOR EACH STATEMENT EXECUTE FUNCTION consents.refuse_change();
CREATE TRIGGER decision_is_for_ever BEFORE UPDATE OR DELETE ON consents.decision
  FOR EACH ROW EXECUTE FUNCTION consents.refuse_change();

GRANT INSERT ON consents.text TO ${application_login};

ALTER TABLE consents.decision
  DROP CONSTRAINT state_is_known,
  ADD CONSTRAINT state_is_known CHECK (state IN ('GIVEN', 'REFUSED', 'WITHDRAWN', 'UNKNOWN')),
  DROP CONSTRAINT form_is_known,
  ADD CONSTRAINT form_is_known CHECK (form IN ('PAPER', 'ELECTRONIC', 'RULE')),
  -- why a consent ended although nobody decided so: it is to be asked for anew
  ADD COLUMN cause text CONSTRAINT cause_is_known CHECK (cause IN ('PHONE_CHANGED', 'TEXT_REPLACED')),
  ADD CONSTRAINT a_rule_has_a_cause CHECK ((form = 'RULE') = (cause IS NOT NULL)),
  ADD CONSTRAINT only_a_rule_makes_unknown CHECK ((form = 'RULE') = (state = 'UNKNOWN')),
  -- how the member herself decided: by the key of her phone, or by the link of a letter (only to say no)
  ADD COLUMN evidence text CONSTRAINT evidence_is_known CHECK (evidence IN ('PHONE', 'LINK')),
  ADD COLUMN device_id uuid,
  -- RFC 7638 thumbprint of the phone's key
  ADD COLUMN device_key text,
  ADD CONSTRAINT a_phone_is_named CHECK
    ((evidence IS NOT DISTINCT FROM 'PHONE') = (device_id IS NOT NULL AND device_key IS NOT NULL)),
  -- decisions from before this migration have none
  ADD CONSTRAINT electronic_has_evidence CHECK ((form = 'ELECTRONIC') = (evidence IS NOT NULL)) NOT VALID;

CREATE INDEX decision_by_person ON consents.decision (person_id, recorded_at);

-- The sheets that were printed together: what a scanned corner or a typed number opens for ticking.
CREATE TABLE consents.print_list (
  id uuid CONSTRAINT print_list_key PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT print_list_number_is_unique UNIQUE,
  primary_id uuid NOT NULL,
  text_id uuid NOT NULL REFERENCES consents.text,
  -- the same sheets printed again are the same list
  content_hash text NOT NULL,
  printed_at timestamptz NOT NULL,
  CONSTRAINT the_same_sheets_are_one_list UNIQUE (primary_id, content_hash)
);

CREATE TABLE consents.print_list_sheet (
  list_id uuid NOT NULL REFERENCES consents.print_list,
  sheet_id uuid NOT NULL REFERENCES consents.sheet ON DELETE CASCADE,
  primary_id uuid NOT NULL,
  CONSTRAINT print_list_sheet_key PRIMARY KEY (list_id, sheet_id)
);

CREATE INDEX print_list_sheet_by_sheet ON consents.print_list_sheet (sheet_id);

ALTER TABLE consents.print_list ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consents.print_list_sheet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON consents.print_list
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_primary ON consents.print_list_sheet
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
GRANT SELECT, INSERT ON consents.print_list, consents.print_list_sheet TO ${application_login};

-- Job: ends consents to words that newer words have replaced, some at a time. It opens the rows to the
-- owner only while it runs, and writes one person's rows at a time in that person's own scope.
CREATE POLICY lapsing ON consents.current TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'consents.lapse_replaced');
CREATE POLICY lapsing ON consents.decision FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'consents.lapse_replaced');

CREATE FUNCTION consents.lapse_replaced(day date, moment timestamptz, most integer)
  RETURNS TABLE (person_id uuid, primary_id uuid, purpose text, channel text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
DECLARE
  due record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM consents.text WHERE effective_from <= day AND NOT keeps_earlier) THEN
    RETURN;
  END IF;
  PERFORM set_config('profbilet.function', 'consents.lapse_replaced', true);
  FOR due IN
    SELECT c.person_id, c.primary_id, c.purpose, c.channel,
           (SELECT t.id
              FROM consents.text t
             WHERE t.purpose = c.purpose
               AND t.effective_from <= day
             ORDER BY t.effective_from DESC
             LIMIT 1) AS text_id
      FROM consents.current c
      JOIN consents.decision d
        ON d.id = c.decision_id
      JOIN consents.text signed
        ON signed.id = d.text_id
     WHERE c.state = 'GIVEN'
       AND EXISTS (SELECT 1
                     FROM consents.text t
                    WHERE t.purpose = c.purpose
                      AND t.effective_from > signed.effective_from
                      AND t.effective_from <= day
                      AND NOT t.keeps_earlier)
     ORDER BY c.person_id, c.channel
     LIMIT most
       FOR UPDATE OF c SKIP LOCKED
  LOOP
    PERFORM set_config('profbilet.person', due.person_id::text, true);
    INSERT INTO consents.decision (
      id, person_id, primary_id, purpose, channel, state, version, text_id, form, signed_on, cause, recorded_at)
    VALUES (
      gen_random_uuid(), due.person_id, due.primary_id, due.purpose, due.channel, 'UNKNOWN', 0, due.text_id,
      'RULE', day, 'TEXT_REPLACED', moment);
    person_id := due.person_id;
    primary_id := due.primary_id;
    purpose := due.purpose;
    channel := due.channel;
    RETURN NEXT;
  END LOOP;
  PERFORM set_config('profbilet.person', '', true);
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION consents.lapse_replaced(date, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consents.lapse_replaced(date, timestamptz, integer) TO ${application_login};
