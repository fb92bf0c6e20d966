-- Undoing a list beside a ledger that only grows and a history that is kept. Of people who stay, a paper that
-- was never there is answered by a new row: what was decided before, or that nothing is known. People whom
-- nobody but the list ever knew leave no trace, their papers neither: there never was anybody to sign.
ALTER TABLE consents.decision
  DROP CONSTRAINT cause_is_known,
  ADD CONSTRAINT cause_is_known CHECK (cause IN ('PHONE_CHANGED', 'TEXT_REPLACED', 'LIST_UNDONE'));

-- Only of people about whom nothing but this recording was ever decided. The recording is named while its
-- papers go: no other row of the ledger can be deleted meanwhile.
CREATE OR REPLACE FUNCTION consents.take_back(recording uuid, people uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  theirs uuid[];
BEGIN
  SELECT coalesce(array_agg(one), '{}') INTO theirs
    FROM unnest(people) AS one
   WHERE NOT EXISTS (SELECT 1
                       FROM consents.decision d
                      WHERE d.person_id = one
                        AND d.recording_id IS DISTINCT FROM recording);
  PERFORM set_config('profbilet.taken_back', recording::text, true);
  DELETE FROM consents.current WHERE person_id = ANY (theirs);
  DELETE FROM consents.decision WHERE person_id = ANY (theirs);
  PERFORM set_config('profbilet.taken_back', '', true);
END
$$;
DROP FUNCTION consents.take_back_of(uuid, uuid[]);

-- The rule binds the application's login; the undoing of a list takes whole people back.
DROP POLICY only_what_a_merge_gave ON members.membership;
CREATE POLICY only_what_a_merge_gave ON members.membership AS RESTRICTIVE FOR DELETE TO ${application_login}
  USING (merge_id IS NOT NULL);

CREATE OR REPLACE FUNCTION members.take_back(people uuid[], memberships uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  DELETE FROM members.change WHERE person_id = ANY (people);
  DELETE FROM members.state WHERE person_id = ANY (people) OR membership_id = ANY (memberships);
  DELETE FROM members.membership WHERE person_id = ANY (people) OR id = ANY (memberships);
  DELETE FROM members.person WHERE id = ANY (people);
END
$$;
