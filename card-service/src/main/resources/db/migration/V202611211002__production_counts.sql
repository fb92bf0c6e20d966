-- Cards are counted at every hop of their way; what is not there is named, and the sum is exact.
CREATE TABLE cards.hop (
  id uuid CONSTRAINT hop_key PRIMARY KEY,
  batch_id uuid NOT NULL REFERENCES cards.batch,
  -- null for hops of the whole batch
  order_id uuid REFERENCES cards.card_order,
  to_status text NOT NULL,
  expected integer NOT NULL,
  counted integer NOT NULL,
  missing integer NOT NULL,
  -- the number of the act, or of the parcel
  reference text,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations.organisation,
  CONSTRAINT counts_reconcile CHECK (expected = counted + missing AND counted >= 0 AND missing >= 0)
);

CREATE INDEX hop_by_batch ON cards.hop (batch_id, at);

-- A card on paper is printed by the chair for who has no phone; it is a copy with a serial of its own
-- and lives until the plastic one is handed out.
ALTER TABLE cards.card ADD COLUMN medium text NOT NULL DEFAULT 'PLASTIC'
  CONSTRAINT medium_is_known CHECK (medium IN ('PLASTIC', 'PAPER'));
ALTER TABLE cards.card ALTER COLUMN order_id DROP NOT NULL;
ALTER TABLE cards.card ADD CONSTRAINT plastic_is_ordered CHECK ((medium = 'PLASTIC') = (order_id IS NOT NULL));
ALTER TABLE cards.card_step ALTER COLUMN order_id DROP NOT NULL;
DROP INDEX cards.one_live_card_a_person;
CREATE UNIQUE INDEX one_live_card_a_person_and_medium ON cards.card (person_id, medium)
  WHERE status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED');
CREATE UNIQUE INDEX one_card_in_the_hand ON cards.card (person_id) WHERE status = 'ISSUED';

-- The list that members sign when they get their cards; its code opens exactly this list again.
CREATE TABLE cards.issue_sheet (
  id uuid CONSTRAINT issue_sheet_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  card_ids uuid[] NOT NULL,
  printed_at timestamptz NOT NULL
);
ALTER TABLE cards.issue_sheet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON cards.issue_sheet
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));

-- What cards cost a territory in a year, and what is still to be ordered. Counts only; the rows behind
-- them open to this function alone, while it runs.
CREATE POLICY counted_for_costs ON members.membership FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'cards.costs');
CREATE POLICY counted_for_costs ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'cards.costs');

CREATE FUNCTION cards.costs(above_id uuid, year_begins timestamptz, year_ends timestamptz, day date)
  RETURNS TABLE (payer_id uuid, payer text, members integer, ordered integer, ordered_kopecks bigint, without_card integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
#variable_conflict use_column
BEGIN
  PERFORM set_config('profbilet.function', 'cards.costs', true);
  RETURN QUERY
    WITH primaries AS (
      SELECT p.id, CASE WHEN parent.level = 'LOCAL' THEN parent.id ELSE region.id END AS payer_id
        FROM organisations.organisation above
        JOIN organisations.organisation p
          ON p.position BETWEEN above.position AND above.last_position
         AND p.level = 'PRIMARY'
        JOIN organisations.organisation parent
          ON parent.id = p.parent_id
        JOIN organisations.organisation region
          ON p.position BETWEEN region.position AND region.last_position
         AND region.level = 'REGIONAL'
       WHERE above.id = above_id
    ), people AS (
      SELECT p.payer_id, count(*) AS members, count(*) FILTER (WHERE c.id IS NULL) AS without_card
        FROM primaries p
        JOIN members.membership m
          ON m.primary_id = p.id
         AND m.kind = 'COUNTED'
         AND m.valid_from <= day
         AND (m.valid_until IS NULL OR m.valid_until > day)
        LEFT JOIN cards.card c
          ON c.person_id = m.person_id
         AND c.medium = 'PLASTIC'
         AND c.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED')
       GROUP BY p.payer_id
    ), orders AS (
      SELECT k.payer_id, sum(k.card_count) AS ordered, sum(k.sum_kopecks) AS ordered_kopecks
        FROM primaries p
        JOIN cards.card_order k
          ON k.primary_id = p.id
         AND k.state IN ('APPROVED', 'FULFILLED')
         AND k.created_at >= year_begins
         AND k.created_at < year_ends
       GROUP BY k.payer_id
    )
    SELECT o.id, o.short_name, CAST(coalesce(people.members, 0) AS integer), CAST(coalesce(orders.ordered, 0) AS integer),
           CAST(coalesce(orders.ordered_kopecks, 0) AS bigint), CAST(coalesce(people.without_card, 0) AS integer)
      FROM (SELECT DISTINCT payer_id FROM primaries) payers
      JOIN organisations.organisation o
        ON o.id = payers.payer_id
      LEFT JOIN people
        ON people.payer_id = o.id
      LEFT JOIN orders
        ON orders.payer_id = o.id
     ORDER BY o.position;
  PERFORM set_config('profbilet.function', '', true);
END
$$;
REVOKE EXECUTE ON FUNCTION cards.costs(uuid, timestamptz, timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cards.costs(uuid, timestamptz, timestamptz, date) TO ${application_login};

GRANT SELECT, INSERT ON cards.hop, cards.issue_sheet TO ${application_login};
-- a price is never changed: a new one begins on another day
GRANT INSERT ON cards.price TO ${application_login};
