-- Who may act for which organisation, and the scope that row-level security compares rows with.
CREATE SCHEMA access;

CREATE TABLE access.appointment (
  id uuid CONSTRAINT appointment_key PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  role text NOT NULL CONSTRAINT role_is_known CHECK (role IN ('CHAIR', 'OFFICER')),
  valid_from date NOT NULL,
  valid_until date,
  undertaking_signed_on date NOT NULL,
  undertaking_keeper_id uuid NOT NULL REFERENCES organisations.organisation,
  CONSTRAINT term_is_not_empty CHECK (valid_until IS NULL OR valid_until > valid_from)
);

CREATE INDEX appointment_by_account ON access.appointment (account_id);
CREATE INDEX appointment_by_organisation ON access.appointment (organisation_id);

-- The scope lives in the transaction (set_config(…, true)) and is empty without one: a query outside
-- of a scope sees no personal row. Policies read it through a sub-select, so it is computed once a query.
CREATE FUNCTION access.scope_primaries() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('profbilet.primaries', true), ''), ',')::uuid[];
CREATE FUNCTION access.scope_orders() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('profbilet.orders', true), ''), ',')::uuid[];
CREATE FUNCTION access.scope_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('profbilet.person', true), '')::uuid;
CREATE FUNCTION access.scope_meeting() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('profbilet.meeting', true), '')::uuid;

GRANT USAGE ON SCHEMA access TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON access.appointment TO ${application_login};
