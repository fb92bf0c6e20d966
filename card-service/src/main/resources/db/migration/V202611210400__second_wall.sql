-- The second wall stands alone: what a request of staff may open is read from the appointments by the
-- database itself, whatever address the request named. A forgotten check of rights then shows nothing.

-- An office that ended before its term; rights end with the moment.
ALTER TABLE access.appointment ADD COLUMN ended_at timestamptz;

-- A primary without a computer gives its work to an organisation above it: explicitly, for a term, until revoked.
CREATE TABLE access.delegation (
  id uuid CONSTRAINT delegation_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  office_id uuid NOT NULL REFERENCES organisations.organisation,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  given_by uuid NOT NULL REFERENCES accounts.account,
  given_at timestamptz NOT NULL,
  revoked_by uuid REFERENCES accounts.account,
  revoked_at timestamptz,
  CONSTRAINT term_is_not_empty CHECK (valid_until > valid_from),
  CONSTRAINT revoked_by_somebody CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);

CREATE UNIQUE INDEX one_living_delegation_of_a_primary ON access.delegation (primary_id) WHERE revoked_at IS NULL;
CREATE INDEX delegation_by_office ON access.delegation (office_id) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT ON access.delegation TO ${application_login};
GRANT UPDATE (revoked_by, revoked_at) ON access.delegation TO ${application_login};

-- For which organisations an account acts on a day: by appointment, or by delegation to the office of the
-- appointment. Rights begin and end with the dates, without anyone acting.
CREATE FUNCTION access.organisations_of(account uuid, day date)
  RETURNS TABLE (organisation_id uuid, role text)
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT a.organisation_id, a.role
    FROM access.appointment a
   WHERE a.account_id = account
     AND a.valid_from <= day
     AND (a.valid_until IS NULL OR a.valid_until > day)
     AND a.ended_at IS NULL
     AND a.undertaking_signed_on IS NOT NULL
  UNION ALL
  SELECT d.primary_id, 'DELEGATE'
    FROM access.appointment a
    JOIN access.delegation d
      ON d.office_id = a.organisation_id
   WHERE a.account_id = account
     AND a.valid_from <= day
     AND (a.valid_until IS NULL OR a.valid_until > day)
     AND a.ended_at IS NULL
     AND a.undertaking_signed_on IS NOT NULL
     AND d.valid_from <= day
     AND d.valid_until > day
     AND d.revoked_at IS NULL;
END;

-- Cards of orders are opened to offices only for what lies below them. Set by a request of staff; jobs
-- and doors have none, and see the orders they name.
CREATE FUNCTION access.scope_offices() RETURNS int8multirange LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('profbilet.offices', true), ''), '{(,)}')::int8multirange;

DROP POLICY own_orders ON cards.card;
DROP POLICY own_orders ON cards.card_step;
CREATE POLICY own_orders ON cards.card
  USING (order_id = ANY ((SELECT access.scope_orders())::uuid[])
    AND EXISTS (SELECT 1
                  FROM organisations.organisation o
                 WHERE o.id = primary_id
                   AND o.position <@ (SELECT access.scope_offices())));
CREATE POLICY own_orders ON cards.card_step
  USING (order_id = ANY ((SELECT access.scope_orders())::uuid[])
    AND EXISTS (SELECT 1
                  FROM organisations.organisation o
                 WHERE o.id = primary_id
                   AND o.position <@ (SELECT access.scope_offices())));
