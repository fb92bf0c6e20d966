-- Which messages of her page a member has read, on all her phones alike, and not when. It is hers alone: whoever
-- writes to many learns how many messages were delivered, and of nobody whether she read one.
CREATE TABLE notifications.read_mark (
  person_id uuid NOT NULL REFERENCES members.person,
  -- as her page names it: a campaign, or the first delivery of a notice
  message_id uuid NOT NULL,
  CONSTRAINT read_is_read PRIMARY KEY (person_id, message_id)
);

ALTER TABLE notifications.read_mark ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_self ON notifications.read_mark
  USING (person_id = (SELECT access.scope_person()));
CREATE POLICY jobs ON notifications.read_mark TO CURRENT_USER
  USING (true);
GRANT SELECT, INSERT ON notifications.read_mark TO ${application_login};
SELECT privacy.declare_erasure('notifications.read_mark', 10, 'отметки о прочтении', 'DELETE');
