-- Who looked at a record stays as evidence, and so does on what basis; the words of the reason may name the
-- person, and go.
SELECT privacy.declare_erasure('audit.view', 10, 'причины, по которым запись смотрели', 'reason = ''—''',
  't.person_id IN (SELECT members.records_of($1)) AND t.reason IS NOT NULL');
