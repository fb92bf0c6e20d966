-- Entries of the audit are chained by hash, organisation by organisation, so that whoever changes,
-- removes or slips in a row later is found out, and the row is named. A chain cannot tell that it was
-- made anew from some place on by somebody who owns the tables: for that its last seal is printed
-- where no database reaches (the log of the process).
CREATE TABLE audit.seal (
  -- no reference: the seal of a removed entry must stay
  entry_id uuid CONSTRAINT seal_key PRIMARY KEY,
  -- the organisation, or only zeros for entries of none
  chain uuid NOT NULL,
  -- absent until sealed
  place bigint,
  hash bytea,
  CONSTRAINT sealed_has_place CHECK ((place IS NULL) = (hash IS NULL)),
  CONSTRAINT chain_does_not_fork UNIQUE (chain, place)
);

CREATE INDEX seal_to_make ON audit.seal (chain) WHERE hash IS NULL;

CREATE FUNCTION audit.chain_of(organisation uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(organisation, '00000000-0000-0000-0000-000000000000');

INSERT INTO audit.seal (entry_id, chain)
SELECT id, audit.chain_of(organisation_id) FROM audit.entry;

-- Whoever writes an entry cannot help giving it a seal to be made.
CREATE FUNCTION audit.await_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  INSERT INTO audit.seal (entry_id, chain) VALUES (NEW.id, audit.chain_of(NEW.organisation_id));
  RETURN NULL;
END
$$;

CREATE TRIGGER entry_awaits_seal AFTER INSERT ON audit.entry
  FOR EACH ROW EXECUTE FUNCTION audit.await_seal();

-- Of everything an entry says and of the seal before it; the same in every time zone.
CREATE FUNCTION audit.hash_of(before bytea, place bigint, e audit.entry) RETURNS bytea
  LANGUAGE sql STABLE
  RETURN sha256(coalesce(before, '') || convert_to(jsonb_build_array(
    place, e.id, extract(epoch FROM e.at), e.account_id, e.organisation_id, e.action, e.subject_id,
    e.details)::text, 'UTF8'));

-- Job: seals what waits, one sealer at a time, and gives the chains that grew with their last seals.
CREATE FUNCTION audit.seal_entries(most integer)
  RETURNS TABLE (chain uuid, place bigint, hash bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  waiting record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('audit.seal_entries')) THEN
    RETURN;
  END IF;
  FOR waiting IN
    SELECT s.chain AS of_chain, e AS entry
      FROM audit.seal AS s
      JOIN audit.entry AS e
        ON e.id = s.entry_id
     WHERE s.hash IS NULL
     ORDER BY s.chain, e.at, e.id
     LIMIT most
  LOOP
    IF chain IS DISTINCT FROM waiting.of_chain THEN
      IF chain IS NOT NULL THEN
        RETURN NEXT;
      END IF;
      chain := waiting.of_chain;
      SELECT l.place, l.hash
        INTO place, hash
        FROM audit.seal AS l
       WHERE l.chain = waiting.of_chain
         AND l.hash IS NOT NULL
       ORDER BY l.place DESC
       LIMIT 1;
    END IF;
    place := coalesce(place, 0) + 1;
    hash := audit.hash_of(hash, place, waiting.entry);
    UPDATE audit.seal AS s
       SET place = seal_entries.place, hash = seal_entries.hash
     WHERE s.entry_id = (waiting.entry).id;
  END LOOP;
  IF chain IS NOT NULL THEN
    RETURN NEXT;
  END IF;
END
$$;

-- Job: names every entry with which something is wrong, and what: CHANGED, REMOVED, SLIPPED_IN (an
-- entry without a seal) or SEAL_REMOVED (the seal before this one is gone).
CREATE FUNCTION audit.find_tampering() RETURNS TABLE (entry_id uuid, trouble text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  WITH link AS (
    SELECT s.entry_id, s.place, s.hash,
           lag(s.hash) OVER (PARTITION BY s.chain ORDER BY s.place) AS before,
           lag(s.place, 1, 0::bigint) OVER (PARTITION BY s.chain ORDER BY s.place) AS place_before
      FROM audit.seal AS s
     WHERE s.hash IS NOT NULL)
  SELECT l.entry_id,
         CASE WHEN e.id IS NULL THEN 'REMOVED'
              WHEN l.place <> l.place_before + 1 THEN 'SEAL_REMOVED'
              ELSE 'CHANGED' END
    FROM link AS l
    LEFT JOIN audit.entry AS e
      ON e.id = l.entry_id
   WHERE e.id IS NULL
      OR l.place <> l.place_before + 1
      OR l.hash <> audit.hash_of(l.before, l.place, e)
   UNION ALL
  SELECT s.entry_id, 'REMOVED'
    FROM audit.seal AS s
   WHERE s.hash IS NULL
     AND NOT EXISTS (SELECT 1 FROM audit.entry AS e WHERE e.id = s.entry_id)
   UNION ALL
  SELECT e.id, 'SLIPPED_IN'
    FROM audit.entry AS e
   WHERE NOT EXISTS (SELECT 1 FROM audit.seal AS s WHERE s.entry_id = e.id)
$$;

REVOKE EXECUTE ON FUNCTION audit.await_seal, audit.hash_of, audit.seal_entries, audit.find_tampering FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.seal_entries, audit.find_tampering TO ${application_login};
