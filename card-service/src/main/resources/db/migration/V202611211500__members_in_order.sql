-- The first page of eight thousand people was sorted anew at every opening; now it is read in order.
CREATE INDEX person_in_order ON members.person (primary_id, search_name COLLATE "ru-x-icu", id);
