-- Who is the same human? Names are compared by how they look and how they sound, birth dates with the
-- slips of a pen. One function looks across primaries; nobody but the owner's own functions may call it.

-- By look: case, ё, Latin letters that look Cyrillic, letters of Tatar and Buryat.
CREATE FUNCTION members.fold(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(lower(name COLLATE "ru-x-icu"), 'ёabcehkmoptxyәөүңһҗі', 'еавсенкмортхуаоунхжи');

-- By sound: «Гөлнара» and «Гульнара», «Наталия» and «Наталья», «Җәмилә» and «Джамиля», «Генадий» and «Геннадий».
CREATE FUNCTION members.skeleton(last_name text, first_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(
           translate(replace(members.fold(last_name || first_name), 'дж', 'ж'), 'юуыйяэе- ''ьъ', 'ооииааа'),
           'и+а', 'а', 'g'), '(.)\1+', '\1', 'g');

-- The date, day and month exchanged, and neighbouring digits of day, month or year exchanged.
CREATE FUNCTION members.near_dates(birth date) RETURNS date[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  WITH part AS (
    SELECT CAST(extract(year FROM birth) AS integer) AS y, CAST(extract(month FROM birth) AS integer) AS m,
           CAST(extract(day FROM birth) AS integer) AS d)
  SELECT array_agg(DISTINCT make_date(near.y, near.m, near.d))
    FROM part
   CROSS JOIN LATERAL (VALUES
           (part.y, part.m, part.d),
           (part.y, part.d, part.m),
           (part.y, part.m, part.d % 10 * 10 + part.d / 10),
           (part.y, part.m % 10 * 10 + part.m / 10, part.d),
           (part.y / 100 * 100 + part.y % 10 * 10 + part.y % 100 / 10, part.m, part.d)) AS near (y, m, d)
   WHERE CASE
           WHEN near.m BETWEEN 1 AND 12 THEN
             near.d BETWEEN 1 AND extract(day FROM make_date(near.y, near.m, 1) + interval '1 month' - interval '1 day')
           ELSE false
         END
$$;

CREATE INDEX person_by_sound ON members.person (members.skeleton(last_name, first_name), birth_date);
DROP INDEX members.person_by_match;

-- Every question about people of other primaries, without the people.
CREATE TABLE members.match_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT match_attempt_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  at timestamptz NOT NULL,
  asked integer NOT NULL,
  found integer NOT NULL
);

CREATE INDEX match_attempt_by_primary ON members.match_attempt (primary_id, at);
ALTER TABLE members.match_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_primary ON members.match_attempt
  USING (primary_id = ANY ((SELECT access.scope_primaries())::uuid[]));
GRANT SELECT ON members.match_attempt TO ${application_login};

-- The one function that looks across primaries. CERTAIN: names alike by look, the same birth date;
-- LIKELY: alike by sound, or a slip in the date.
CREATE FUNCTION members.match(own_primary uuid, people jsonb, even_departed boolean)
  RETURNS TABLE (place integer, person_id uuid, primary_id uuid, match_class text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT DISTINCT ON (asked.place)
         asked.place, p.id, p.primary_id,
         CASE
           WHEN p.birth_date = asked."birthDate"
            AND members.fold(concat_ws(' ', p.last_name, p.first_name, p.middle_name)) =
                members.fold(concat_ws(' ', asked."lastName", asked."firstName", asked."middleName"))
           THEN 'CERTAIN'
           ELSE 'LIKELY'
         END AS match_class
    FROM jsonb_to_recordset(people) AS asked (
           place integer, "lastName" text, "firstName" text, "middleName" text, "birthDate" date)
    JOIN members.person p
      ON members.skeleton(p.last_name, p.first_name) = members.skeleton(asked."lastName", asked."firstName")
     AND p.birth_date = ANY (members.near_dates(asked."birthDate"))
    LEFT JOIN members.membership m
      ON m.person_id = p.id
     AND m.kind = 'COUNTED'
     AND m.valid_until IS NULL
   WHERE p.primary_id <> own_primary
     AND p.merged_into IS NULL
     AND (m.id IS NOT NULL OR even_departed)
     AND jsonb_array_length(people) <= 20000
     AND own_primary = ANY (access.scope_primaries())
   ORDER BY asked.place, match_class, (m.id IS NULL), p.id
$$;

-- 100 single questions or 100,000 names a day; a school of 52 asks for 52 once.
CREATE FUNCTION members.note_attempt(own_primary uuid, at timestamptz, asked integer, matched integer) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
  singles bigint;
  names bigint;
BEGIN
  SELECT count(*) FILTER (WHERE a.asked = 1), coalesce(sum(a.asked), 0)
    INTO singles, names
    FROM members.match_attempt a
   WHERE a.primary_id = own_primary
     AND a.at > note_attempt.at - interval '1 day';
  IF singles >= 100 AND note_attempt.asked = 1 OR names + note_attempt.asked > 100000 THEN
    RAISE EXCEPTION 'too many questions about people of other primaries' USING ERRCODE = 'PF429';
  END IF;
  INSERT INTO members.match_attempt (primary_id, at, asked, found)
  VALUES (own_primary, note_attempt.at, note_attempt.asked, matched);
END
$$;

-- Which of these people are certainly on record in another primary: yes or no, never where.
DROP FUNCTION members.match_elsewhere(uuid, jsonb);
CREATE FUNCTION members.match_elsewhere(own_primary uuid, people jsonb, at timestamptz)
  RETURNS TABLE (place integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  places integer[];
BEGIN
  IF jsonb_array_length(people) = 0 OR NOT (own_primary = ANY (coalesce(access.scope_primaries(), '{}'))) THEN
    RETURN;
  END IF;
  places := ARRAY (
      SELECT alike.place FROM members.match(own_primary, people, false) alike WHERE alike.match_class = 'CERTAIN');
  PERFORM members.note_attempt(own_primary, at, jsonb_array_length(people), cardinality(places));
  RETURN QUERY SELECT unnest(places);
END
$$;

REVOKE EXECUTE ON FUNCTION members.match(uuid, jsonb, boolean) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.note_attempt(uuid, timestamptz, integer, integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION members.match_elsewhere(uuid, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.match_elsewhere(uuid, jsonb, timestamptz) TO ${application_login};
