-- One table of the moves of cards, orders and batches: who, from where, to where. The enums CardMove,
-- OrderMove and BatchState say the same (a specification compares them, and card-service/MOVES.md is
-- written from them); here every other change is refused, whoever asks for it.
CREATE TABLE cards.move (
  subject text NOT NULL CONSTRAINT subject_is_known CHECK (subject IN ('CARD', 'ORDER', 'BATCH')),
  name text NOT NULL,
  -- null where the move makes the thing
  from_state text,
  to_state text NOT NULL,
  -- empty where the register moves by itself
  levels text[] NOT NULL,
  CONSTRAINT move_key PRIMARY KEY (subject, name)
);

INSERT INTO cards.move (subject, name, from_state, to_state, levels) VALUES
  ('CARD', 'ORDER', NULL, 'ORDERED', '{PRIMARY}'),
  ('CARD', 'PRINT_ON_PAPER', NULL, 'ISSUED', '{PRIMARY}'),
  ('CARD', 'RETURN', 'ORDERED', 'CANCELLED', '{LOCAL,REGIONAL}'),
  ('CARD', 'CANCEL', 'ORDERED', 'CANCELLED', '{PRIMARY}'),
  ('CARD', 'TAKE_INTO_PRODUCTION', 'ORDERED', 'IN_PRODUCTION', '{CENTRAL}'),
  ('CARD', 'PRODUCE', 'IN_PRODUCTION', 'PRODUCED', '{CENTRAL}'),
  ('CARD', 'SPOIL_IN_PRODUCTION', 'IN_PRODUCTION', 'DEFECTIVE', '{CENTRAL}'),
  ('CARD', 'SHIP', 'PRODUCED', 'SHIPPED', '{CENTRAL}'),
  ('CARD', 'SPOIL_BEFORE_SHIPPING', 'PRODUCED', 'DEFECTIVE', '{CENTRAL}'),
  ('CARD', 'RECEIVE', 'SHIPPED', 'RECEIVED_REGION', '{REGIONAL}'),
  ('CARD', 'MISS_IN_REGION', 'SHIPPED', 'LOST_IN_TRANSIT', '{REGIONAL}'),
  ('CARD', 'HAND_OVER', 'RECEIVED_REGION', 'AT_PRIMARY', '{LOCAL,REGIONAL}'),
  ('CARD', 'MISS_AT_HAND_OVER', 'RECEIVED_REGION', 'LOST_IN_TRANSIT', '{LOCAL,REGIONAL}'),
  ('CARD', 'ISSUE', 'AT_PRIMARY', 'ISSUED', '{PRIMARY}'),
  ('CARD', 'ISSUE_SHIPPED', 'SHIPPED', 'ISSUED', '{PRIMARY}'),
  ('CARD', 'ISSUE_FROM_REGION', 'RECEIVED_REGION', 'ISSUED', '{PRIMARY}'),
  ('CARD', 'UNDO_ISSUE', 'ISSUED', 'AT_PRIMARY', '{PRIMARY}'),
  ('CARD', 'LOSE_BEFORE_ISSUE', 'AT_PRIMARY', 'LOST', '{PRIMARY}'),
  ('CARD', 'LOSE', 'ISSUED', 'LOST', '{PRIMARY}'),
  ('CARD', 'FIND_DEFECT', 'AT_PRIMARY', 'DEFECTIVE', '{PRIMARY}'),
  ('CARD', 'REPLACE_BEFORE_ISSUE', 'AT_PRIMARY', 'REPLACED', '{PRIMARY}'),
  ('CARD', 'REPLACE', 'ISSUED', 'REPLACED', '{PRIMARY}'),
  ('CARD', 'WITHDRAW_BEFORE_ISSUE', 'AT_PRIMARY', 'WITHDRAWN', '{PRIMARY}'),
  ('CARD', 'WITHDRAW', 'ISSUED', 'WITHDRAWN', '{PRIMARY}'),
  ('CARD', 'ANNUL_ORDERED', 'ORDERED', 'ANNULLED', '{}'),
  ('CARD', 'ANNUL_BEFORE_ISSUE', 'AT_PRIMARY', 'ANNULLED', '{}'),
  ('CARD', 'ANNUL', 'ISSUED', 'ANNULLED', '{}'),
  ('ORDER', 'PLACE', NULL, 'ORDERED', '{PRIMARY}'),
  ('ORDER', 'APPROVE', 'ORDERED', 'APPROVED', '{LOCAL,REGIONAL}'),
  ('ORDER', 'RETURN', 'ORDERED', 'RETURNED', '{LOCAL,REGIONAL}'),
  ('ORDER', 'CANCEL', 'ORDERED', 'CANCELLED', '{PRIMARY}'),
  ('ORDER', 'HAND_OVER', 'APPROVED', 'FULFILLED', '{LOCAL,REGIONAL}'),
  ('BATCH', 'TAKE_INTO_PRODUCTION', NULL, 'IN_PRODUCTION', '{CENTRAL}'),
  ('BATCH', 'PRODUCE', 'IN_PRODUCTION', 'PRODUCED', '{CENTRAL}'),
  ('BATCH', 'SHIP', 'PRODUCED', 'SHIPPED', '{CENTRAL}'),
  ('BATCH', 'RECEIVE', 'SHIPPED', 'RECEIVED', '{REGIONAL}'),
  ('BATCH', 'CLOSE', 'RECEIVED', 'CLOSED', '{LOCAL,REGIONAL}');

-- Cards move by the thousand: their changes are compared once a statement, not once a row.
CREATE FUNCTION cards.refuse_unknown_card_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  IF EXISTS (
    SELECT 1
      FROM (SELECT DISTINCT earlier.status AS from_state, later.status AS to_state
              FROM earlier
              JOIN later
                ON later.id = earlier.id
             WHERE later.status <> earlier.status) changed
     WHERE NOT EXISTS (
             SELECT 1
               FROM cards.move m
              WHERE m.subject = 'CARD'
                AND m.from_state = changed.from_state
                AND m.to_state = changed.to_state)) THEN
    RAISE EXCEPTION 'no card makes this move'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'card_makes_a_known_move';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER card_makes_a_known_move AFTER UPDATE ON cards.card
  REFERENCING OLD TABLE AS earlier NEW TABLE AS later
  FOR EACH STATEMENT EXECUTE FUNCTION cards.refuse_unknown_card_moves();

CREATE FUNCTION cards.refuse_unknown_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  IF EXISTS (
    SELECT 1
      FROM (SELECT DISTINCT from_status, to_status, organisation_id FROM made) step
      LEFT JOIN organisations.organisation o
        ON o.id = step.organisation_id
     WHERE NOT EXISTS (
             SELECT 1
               FROM cards.move m
              WHERE m.subject = 'CARD'
                AND m.from_state IS NOT DISTINCT FROM step.from_status
                AND m.to_state = step.to_status
                AND (o.level = ANY (m.levels) OR (step.organisation_id IS NULL AND m.levels = '{}')))) THEN
    RAISE EXCEPTION 'this level does not make this move'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'step_is_a_known_move';
  END IF;
  RETURN NULL;
END
$$;
ALTER TABLE cards.card_step DROP CONSTRAINT step_is_a_known_move;
CREATE TRIGGER step_is_a_known_move AFTER INSERT ON cards.card_step
  REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION cards.refuse_unknown_steps();

CREATE FUNCTION cards.refuse_unknown_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  IF NOT EXISTS (
    SELECT 1
      FROM cards.move m
     WHERE m.subject = TG_ARGV[0]
       AND m.from_state = OLD.state
       AND m.to_state = NEW.state) THEN
    RAISE EXCEPTION 'no such move'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER order_makes_a_known_move BEFORE UPDATE OF state ON cards.card_order
  FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION cards.refuse_unknown_change('ORDER');
CREATE TRIGGER batch_makes_a_known_move BEFORE UPDATE OF state ON cards.batch
  FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION cards.refuse_unknown_change('BATCH');

GRANT SELECT ON cards.move TO ${application_login};
