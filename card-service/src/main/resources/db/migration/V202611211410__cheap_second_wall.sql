-- Goal: the second wall costs lists at most a twentieth, one person at most a tenth. Figures and reasons:
-- card-service/decisions/row-level-security.md.

-- The planner looked through an array it cannot see: it took every primary for one row, read two indexes
-- where one is enough, and joined row by row. A CASE is only checked; the primary that every query names
-- (or the id) is what finds the rows.
ALTER POLICY own_primary ON members.person
  USING (CASE WHEN primary_id = ANY ((SELECT access.scope_primaries())::uuid[]) THEN true ELSE false END);
ALTER POLICY own_primary ON members.membership
  USING (CASE WHEN primary_id = ANY ((SELECT access.scope_primaries())::uuid[]) THEN true ELSE false END);

-- Asked for an erased row alone, never for the others.
ALTER POLICY not_erased ON members.person
  USING (erased_at IS NULL OR current_setting('profbilet.function', true) = 'privacy.erase');

-- What a merge gave is found by the merge alone.
CREATE INDEX membership_by_merge ON members.membership (merge_id) WHERE merge_id IS NOT NULL;

-- Most who ask are in office themselves: one index answers that; delegations are asked for only after it.
CREATE FUNCTION access.appointments_of(account uuid, day date)
  RETURNS TABLE (organisation_id uuid, role text)
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT a.organisation_id, a.role
    FROM access.appointment a
   WHERE a.account_id = account
     AND a.valid_from <= day
     AND (a.valid_until IS NULL OR a.valid_until > day)
     AND a.ended_at IS NULL
     AND a.undertaking_signed_on IS NOT NULL;
END;

CREATE OR REPLACE FUNCTION access.organisations_of(account uuid, day date)
  RETURNS TABLE (organisation_id uuid, role text)
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT a.organisation_id, a.role
    FROM access.appointments_of(account, day) a
  UNION ALL
  SELECT d.primary_id, 'DELEGATE'
    FROM access.appointments_of(account, day) a
    JOIN access.delegation d
      ON d.office_id = a.organisation_id
   WHERE d.valid_from <= day
     AND d.valid_until > day
     AND d.revoked_at IS NULL;
END;
