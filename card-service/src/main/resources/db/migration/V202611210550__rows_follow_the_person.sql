-- A person is visible in one primary at a time, and so is what is known of her now. When she is
-- transferred, her primary changes in one row; these keys carry it to every row that must go with her.
-- Rows that tell where something happened (memberships, scans, orders) stay.
ALTER TABLE members.person ADD CONSTRAINT person_in_her_primary UNIQUE (id, primary_id);

CREATE INDEX contact_by_person ON contacts.contact (person_id);
CREATE INDEX push_target_by_owner ON contacts.push_target (person_id);
CREATE INDEX card_by_person ON cards.card (person_id);
CREATE INDEX card_step_by_person ON cards.card_step (person_id);

ALTER TABLE contacts.contact DROP CONSTRAINT contact_person_id_fkey,
  ADD CONSTRAINT contact_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE contacts.push_target DROP CONSTRAINT push_target_person_id_fkey,
  ADD CONSTRAINT push_target_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE consents.decision DROP CONSTRAINT decision_person_id_fkey,
  ADD CONSTRAINT decision_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE consents.current
  ADD CONSTRAINT current_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE consents.sheet DROP CONSTRAINT sheet_person_id_fkey,
  ADD CONSTRAINT sheet_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE cards.card DROP CONSTRAINT card_person_id_fkey,
  ADD CONSTRAINT card_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE cards.card_step
  ADD CONSTRAINT card_step_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE credentials.activation DROP CONSTRAINT activation_person_id_fkey,
  ADD CONSTRAINT activation_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE credentials.device DROP CONSTRAINT device_person_id_fkey,
  ADD CONSTRAINT device_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE credentials.credential DROP CONSTRAINT credential_person_id_fkey,
  ADD CONSTRAINT credential_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE members.claim DROP CONSTRAINT claim_person_id_fkey,
  ADD CONSTRAINT claim_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
ALTER TABLE members.correction
  ADD CONSTRAINT correction_follows_the_person FOREIGN KEY (person_id, primary_id)
    REFERENCES members.person (id, primary_id) ON UPDATE CASCADE;
