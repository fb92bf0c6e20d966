-- A plan repeats people of a list, so it is kept no longer than its work lasts.
CREATE POLICY jobs ON memberlists.plan TO CURRENT_USER USING (true);
CREATE POLICY jobs ON memberlists.plan_row TO CURRENT_USER USING (true);

CREATE INDEX plan_by_age ON memberlists.plan (created_at);

-- Job: what went into the register goes at the next call; what was held back waits for the chair who
-- mends it, and goes when the plan is as old as the given moment, together with a plan that nobody
-- applied. Of an applied plan its counts stay: they name nobody and answer a repeated request.
CREATE FUNCTION memberlists.forget(older_than timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  forgotten integer;
BEGIN
  DELETE FROM memberlists.plan_row AS r
        USING memberlists.plan AS p
        WHERE p.id = r.plan_id
          AND (p.created_at <= older_than
               OR (p.applied_at IS NOT NULL AND r.outcome IN ('NEW', 'CHANGED', 'UNCHANGED')));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  DELETE FROM memberlists.plan
        WHERE created_at <= older_than
          AND applied_at IS NULL;
  RETURN forgotten;
END
$$;

REVOKE EXECUTE ON FUNCTION memberlists.forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memberlists.forget TO ${application_login};
