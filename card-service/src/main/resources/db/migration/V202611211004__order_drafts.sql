-- The chair may keep an order that she has not sent yet, with those she leaves out; one a primary.
ALTER TABLE cards.card_order ADD COLUMN left_out uuid[] NOT NULL DEFAULT '{}'
  CONSTRAINT only_a_draft_leaves_out CHECK (state = 'DRAFT' OR left_out = '{}');
CREATE UNIQUE INDEX one_draft_a_primary ON cards.card_order (primary_id) WHERE state = 'DRAFT';

INSERT INTO cards.move (subject, name, from_state, to_state, levels) VALUES
  ('ORDER', 'DRAFT', NULL, 'DRAFT', '{PRIMARY}'),
  ('ORDER', 'SEND', 'DRAFT', 'ORDERED', '{PRIMARY}');
