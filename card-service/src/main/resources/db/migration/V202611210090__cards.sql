-- Orders of plastic cards, their production, and the life of every copy.
CREATE SCHEMA cards;

CREATE TABLE cards.price (
  valid_from date CONSTRAINT price_key PRIMARY KEY,
  kopecks bigint NOT NULL CONSTRAINT price_is_positive CHECK (kopecks > 0)
);
INSERT INTO cards.price (valid_from, kopecks) VALUES ('2020-01-01', 1700);

-- Cards of one region that are produced and posted together.
CREATE TABLE cards.batch (
  id uuid CONSTRAINT batch_key PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT number_is_unique UNIQUE,
  region_id uuid NOT NULL REFERENCES organisations.organisation,
  state text NOT NULL CONSTRAINT state_is_known
    CHECK (state IN ('OPEN', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED', 'CLOSED')),
  card_count integer NOT NULL,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0
);

-- An order is counts and money: levels above the primary work with it and see no name.
CREATE TABLE cards.card_order (
  id uuid CONSTRAINT card_order_key PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT order_number_is_unique UNIQUE,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  payer_id uuid NOT NULL REFERENCES organisations.organisation,
  region_id uuid NOT NULL REFERENCES organisations.organisation,
  state text NOT NULL CONSTRAINT state_is_known
    CHECK (state IN ('DRAFT', 'ORDERED', 'RETURNED', 'APPROVED', 'CANCELLED', 'FULFILLED')),
  card_count integer NOT NULL CONSTRAINT order_is_not_empty CHECK (card_count > 0),
  price_kopecks bigint NOT NULL,
  sum_kopecks bigint NOT NULL,
  return_reason text,
  batch_id uuid REFERENCES cards.batch,
  handed_over_at timestamptz,
  request_hash text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT sum_is_exact CHECK (sum_kopecks = price_kopecks * card_count),
  CONSTRAINT returned_has_reason CHECK ((state = 'RETURNED') = (return_reason IS NOT NULL))
);

CREATE INDEX card_order_by_primary ON cards.card_order (primary_id);
CREATE INDEX card_order_by_payer ON cards.card_order (payer_id);
CREATE INDEX card_order_by_region ON cards.card_order (region_id, state) WHERE batch_id IS NULL;
CREATE INDEX card_order_by_batch ON cards.card_order (batch_id);

CREATE TABLE cards.card (
  id uuid CONSTRAINT card_key PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES members.person,
  primary_id uuid NOT NULL,
  order_id uuid NOT NULL REFERENCES cards.card_order,
  ticket_number text NOT NULL,
  serial text NOT NULL CONSTRAINT serial_has_five_digits CHECK (serial ~ '^[0-9]{5}$'),
  -- what is printed, as it was when the order was made
  printed_last_name text NOT NULL,
  printed_first_name text NOT NULL,
  printed_middle_name text,
  status text NOT NULL CONSTRAINT status_is_known CHECK (status IN (
    'ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED',
    'CANCELLED', 'DEFECTIVE', 'LOST_IN_TRANSIT', 'LOST', 'WITHDRAWN', 'REPLACED', 'ANNULLED')),
  issued_on date,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT issued_has_date CHECK (status <> 'ISSUED' OR issued_on IS NOT NULL),
  CONSTRAINT a_copy_has_its_own_serial UNIQUE (ticket_number, serial)
);

CREATE UNIQUE INDEX one_live_card_a_person ON cards.card (person_id)
  WHERE status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED');
CREATE INDEX card_by_order ON cards.card (order_id);
CREATE INDEX card_by_primary ON cards.card (primary_id);

-- Every step of a card, forward only; a correction is a new step.
CREATE TABLE cards.card_step (
  id uuid CONSTRAINT card_step_key PRIMARY KEY,
  card_id uuid NOT NULL REFERENCES cards.card,
  person_id uuid NOT NULL,
  primary_id uuid NOT NULL,
  order_id uuid NOT NULL,
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  account_id uuid,
  organisation_id uuid,
  -- the table of moves; the enum CardMove says the same, and a specification compares them
  CONSTRAINT step_is_a_known_move CHECK ((coalesce(from_status, ''), to_status) IN (
    ('', 'ORDERED'),
    ('ORDERED', 'CANCELLED'),
    ('ORDERED', 'IN_PRODUCTION'),
    ('IN_PRODUCTION', 'PRODUCED'),
    ('PRODUCED', 'SHIPPED'),
    ('SHIPPED', 'RECEIVED_REGION'),
    ('RECEIVED_REGION', 'AT_PRIMARY'),
    ('AT_PRIMARY', 'ISSUED'),
    ('AT_PRIMARY', 'LOST'),
    ('ISSUED', 'LOST')))
);

CREATE INDEX card_step_by_card ON cards.card_step (card_id, at);

ALTER TABLE cards.card ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cards.card_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_primary ON cards.card
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_orders ON cards.card
  USING (order_id = ANY ((SELECT access.scope_orders())::uuid[]));
CREATE POLICY own_self ON cards.card FOR SELECT
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY own_primary ON cards.card_step
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
CREATE POLICY own_orders ON cards.card_step
  USING (order_id = ANY ((SELECT access.scope_orders())::uuid[]));
CREATE POLICY own_self ON cards.card_step FOR SELECT
  USING (person_id = (SELECT access.scope_person()));

GRANT USAGE ON SCHEMA cards TO ${application_login};
GRANT SELECT ON cards.price TO ${application_login};
GRANT SELECT, INSERT, UPDATE ON cards.batch, cards.card_order, cards.card TO ${application_login};
GRANT SELECT, INSERT ON cards.card_step TO ${application_login};
