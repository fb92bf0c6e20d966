-- Who lost both her phone and her codes begins the second step anew when one above her says so, or two
-- others of her own office, each with a name and for a stated reason.
CREATE TABLE access.second_factor_reset (
  id uuid CONSTRAINT second_factor_reset_key PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  account_id uuid NOT NULL REFERENCES accounts.account,
  reason text NOT NULL CONSTRAINT reason_is_stated CHECK (length(btrim(reason)) >= 10),
  asked_by uuid NOT NULL REFERENCES accounts.account,
  asked_at timestamptz NOT NULL,
  from_above boolean NOT NULL,
  confirmed_by uuid REFERENCES accounts.account,
  done_at timestamptz,
  CONSTRAINT nobody_asks_for_herself CHECK (asked_by <> account_id),
  CONSTRAINT nobody_confirms_for_herself CHECK (confirmed_by <> account_id),
  CONSTRAINT two_different_people CHECK (confirmed_by <> asked_by),
  CONSTRAINT done_by_two_or_from_above CHECK (done_at IS NULL OR from_above OR confirmed_by IS NOT NULL)
);

CREATE INDEX second_factor_reset_waiting ON access.second_factor_reset (organisation_id) WHERE done_at IS NULL;

GRANT SELECT, INSERT ON access.second_factor_reset TO ${application_login};
GRANT UPDATE (confirmed_by, done_at) ON access.second_factor_reset TO ${application_login};
