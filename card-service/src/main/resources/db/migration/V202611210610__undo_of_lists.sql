-- A list loaded by mistake, of another school or of last year, is taken back as if it had not been loaded:
-- people whom nobody has touched since leave no trace but the audit. Each schema takes back its own rows;
-- the scope of the transaction limits all of them, because the owner is behind the wall too.
CREATE FUNCTION contacts.take_back(ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH gone AS (
    DELETE FROM contacts.contact
          WHERE id = ANY (ids)
            AND replaced_at IS NULL
      RETURNING person_id, kind, recorded_at)
  UPDATE contacts.contact c
     SET replaced_at = NULL
    FROM (SELECT DISTINCT ON (old.person_id, old.kind) old.id
            FROM contacts.contact old
            JOIN gone
              ON gone.person_id = old.person_id
             AND gone.kind = old.kind
             AND gone.recorded_at = old.replaced_at
           ORDER BY old.person_id, old.kind, old.id DESC) before
   WHERE c.id = before.id
$$;

-- Decisions of one recording that are still the newest of their subject. The ledger grows only, but a paper
-- that was never there must not stay a reason to send messages, nor stand in the way of the right list.
CREATE FUNCTION consents.take_back(recording uuid, people uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  UPDATE consents.current c
     SET state = before.state, version = before.version, decision_id = before.id
    FROM consents.decision newest,
         LATERAL (SELECT d.id, d.state, d.version
                    FROM consents.decision d
                   WHERE d.person_id = newest.person_id
                     AND d.purpose = newest.purpose
                     AND d.channel = newest.channel
                     AND d.version < newest.version
                   ORDER BY d.version DESC
                   LIMIT 1) before
   WHERE newest.id = c.decision_id
     AND newest.recording_id = recording
     AND newest.person_id = ANY (people);
  DELETE FROM consents.current c
        USING consents.decision d
        WHERE d.id = c.decision_id
          AND d.recording_id = recording
          AND d.person_id = ANY (people);
  DELETE FROM consents.decision d
        WHERE d.recording_id = recording
          AND d.person_id = ANY (people)
          AND NOT EXISTS (SELECT 1 FROM consents.current c WHERE c.decision_id = d.id);
END
$$;

CREATE INDEX decision_by_recording ON consents.decision (recording_id) WHERE recording_id IS NOT NULL;

-- Fails on the first person whom a ticket, a meeting, a printed paper or a message refers to.
CREATE FUNCTION members.take_back(people uuid[], memberships uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  DELETE FROM members.change WHERE person_id = ANY (people);
  DELETE FROM members.membership WHERE person_id = ANY (people) OR id = ANY (memberships);
  DELETE FROM members.person WHERE id = ANY (people);
END
$$;

-- People whom the plan added: all at once, or one by one where something refers to one of them.
CREATE FUNCTION memberlists.take_back(plan uuid, people uuid[], addresses uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  one uuid;
  hers uuid[];
BEGIN
  BEGIN
    PERFORM consents.take_back(plan, people);
    PERFORM contacts.take_back(addresses);
    PERFORM members.take_back(people, '{}');
    RETURN;
  EXCEPTION WHEN foreign_key_violation THEN
    NULL;
  END;
  FOREACH one IN ARRAY people LOOP
    BEGIN
      SELECT array_agg(id) INTO hers FROM contacts.contact WHERE person_id = one AND id = ANY (addresses);
      PERFORM consents.take_back(plan, ARRAY[one]);
      PERFORM contacts.take_back(coalesce(hers, '{}'));
      PERFORM members.take_back(ARRAY[one], '{}');
    EXCEPTION WHEN foreign_key_violation THEN
      RETURN NEXT one;
    END;
  END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION contacts.take_back(uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION consents.take_back(uuid, uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.take_back(uuid[], uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION memberlists.take_back(uuid, uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contacts.take_back(uuid[]) TO ${application_login};
GRANT EXECUTE ON FUNCTION consents.take_back(uuid, uuid[]) TO ${application_login};
GRANT EXECUTE ON FUNCTION members.take_back(uuid[], uuid[]) TO ${application_login};
GRANT EXECUTE ON FUNCTION memberlists.take_back(uuid, uuid[], uuid[]) TO ${application_login};
