package org.profbilet.members.duplicates;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of a merge. An image is the person, her memberships, and what the merge gave, as JSON.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MergeRepository extends GenericRepository<MergeRow, UUID> {

  String IMAGE =
      """
      jsonb_build_object(
        'person', (SELECT to_jsonb(p) FROM members.person p WHERE p.id = :mergedId),
        'memberships', (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.id)
                          FROM members.membership m
                         WHERE m.person_id = :mergedId),
        'given', (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.id) FROM members.membership m WHERE m.merge_id = :mergeId))
      """;

  /**
   * Periods of people of the primary in scope lie where they were before: these primaries open too.
   */
  @Query("SELECT members.open_periods_of(CAST(string_to_array(:people, ',') AS uuid[]))")
  String openPeriodsOf(String people);

  /** Images are compared as text of moments: one zone for all servers. */
  @Query("SELECT set_config('TimeZone', 'UTC', true)")
  String speakUtc();

  /** Those of the two that are records of this primary and not merged, held until the end. */
  @Query(
      """
      SELECT id
        FROM members.person
       WHERE primary_id = :primaryId
         AND id IN (:personId, :mergedId)
         AND merged_into IS NULL
       ORDER BY id
         FOR UPDATE
      """)
  List<UUID> hold(UUID primaryId, UUID personId, UUID mergedId);

  @Query("SELECT CAST(" + IMAGE + " AS text)")
  String image(UUID mergeId, UUID mergedId);

  @Query("SELECT id FROM members.membership WHERE person_id = :personId ORDER BY id")
  List<UUID> listMemberships(UUID personId);

  @Query("SELECT id FROM members.membership WHERE merge_id = :mergeId ORDER BY id")
  List<UUID> listGiven(UUID mergeId);

  /** A period that never was another member's is empty. */
  @Query(
      """
      UPDATE members.membership
         SET valid_until = valid_from, end_reason = 'DUPLICATE', version = version + 1
       WHERE person_id = :mergedId
      """)
  int empty(UUID mergedId);

  /** The counted days of the merged record that the one who stays did not have become hers. */
  @Query(
      """
      INSERT INTO members.membership (
        id, person_id, primary_id, kind, category, engagement, unit_name, position_name, staff_group, education,
        dues_by_payroll, union_roles, joined_union_on, joined_union_precision, registered_on,
        admission_protocol_number, admission_protocol_on, suspended_until, valid_from, valid_until, end_reason,
        recorded_at, recorded_by, merge_id)
      SELECT gen_random_uuid(), :personId, was.primary_id, was.kind, was.category, was.engagement, was.unit_name,
             was.position_name, was.staff_group, was.education, was.dues_by_payroll, was.union_roles,
             was.joined_union_on, was.joined_union_precision, was.registered_on, was.admission_protocol_number,
             was.admission_protocol_on, was.suspended_until, lower(gap.days), upper(gap.days),
             CASE
               WHEN upper_inf(gap.days) THEN NULL
               WHEN upper(gap.days) = was.valid_until THEN was.end_reason
               ELSE 'DUPLICATE'
             END,
             :at, CAST(:accountId AS uuid), :mergeId
        FROM jsonb_populate_recordset(
               CAST(NULL AS members.membership), CAST(:before AS jsonb) -> 'memberships') AS was
       CROSS JOIN LATERAL unnest(
               datemultirange(daterange(was.valid_from, was.valid_until)) -
               (SELECT coalesce(range_agg(daterange(own.valid_from, own.valid_until)), CAST('{}' AS datemultirange))
                  FROM members.membership own
                 WHERE own.person_id = :personId
                   AND own.kind = 'COUNTED')) AS gap (days)
       WHERE was.kind = 'COUNTED'
      """)
  int give(UUID mergeId, UUID personId, String before, Instant at, UUID accountId);

  @Query(
      """
      UPDATE members.person
         SET merged_into = :personId, version = version + 1
       WHERE id = :mergedId
      """)
  int point(UUID mergedId, UUID personId);

  @Query(
      "INSERT INTO members.merge (\n"
          + "  id, primary_id, person_id, merged_person_id, before, after, request_hash, merged_by, merged_at)\n"
          + "SELECT :mergeId, :primaryId, :personId, :mergedId, CAST(:before AS jsonb),\n"
          + IMAGE
          + ", :requestHash, CAST(:accountId AS uuid), :at")
  int keep(
      UUID mergeId,
      UUID primaryId,
      UUID personId,
      UUID mergedId,
      String before,
      String requestHash,
      UUID accountId,
      Instant at);

  @Query(
      """
      INSERT INTO members.change (id, person_id, primary_id, at, account_id, field, old_value, new_value)
      VALUES (:id, :personId, :primaryId, :at, CAST(:accountId AS uuid), 'MEMBERSHIP', :before, :after)
      """)
  int note(
      UUID id,
      UUID personId,
      UUID primaryId,
      Instant at,
      UUID accountId,
      String before,
      String after);

  @Query(
      """
      SELECT id, person_id, merged_person_id, request_hash, undone_at
        FROM members.merge
       WHERE id = :mergeId
         AND primary_id = :primaryId
         FOR UPDATE
      """)
  Optional<MergeRow> holdMerge(UUID mergeId, UUID primaryId);

  /**
   * Whether every row still stands as the merge left it, and no later merge built on it: what was
   * joined last is parted first, or days would be lost.
   */
  @Query(
      "SELECT m.after = "
          + IMAGE
          + """
         AND NOT EXISTS (
               SELECT 1
                 FROM members.merge later
                WHERE later.person_id = m.person_id
                  AND later.undone_at IS NULL
                  AND (later.merged_at, later.id) > (m.merged_at, m.id))
        FROM members.merge m
       WHERE m.id = :mergeId
      """)
  boolean isUntouched(UUID mergeId, UUID mergedId);

  @Query("DELETE FROM members.membership WHERE merge_id = :mergeId")
  int takeGiven(UUID mergeId);

  @Query(
      """
      UPDATE members.membership m
         SET valid_until = was.valid_until, end_reason = was.end_reason, version = was.version
        FROM members.merge g
       CROSS JOIN LATERAL jsonb_populate_recordset(
               CAST(NULL AS members.membership), g.before -> 'memberships') AS was
       WHERE g.id = :mergeId
         AND m.id = was.id
      """)
  int restorePeriods(UUID mergeId);

  @Query(
      """
      UPDATE members.person p
         SET merged_into = NULL, version = CAST(g.before -> 'person' ->> 'version' AS integer)
        FROM members.merge g
       WHERE g.id = :mergeId
         AND p.id = g.merged_person_id
      """)
  int restorePerson(UUID mergeId);

  /** Whether every row stands again as it did before the merge. */
  @Query(
      "SELECT m.before = "
          + IMAGE
          + """
        FROM members.merge m
       WHERE m.id = :mergeId
      """)
  boolean isRestored(UUID mergeId, UUID mergedId);

  @Query(
      """
      UPDATE members.merge
         SET undone_at = :at, undone_by = :accountId
       WHERE id = :mergeId
         AND undone_at IS NULL
      """)
  int markUndone(UUID mergeId, Instant at, UUID accountId);

  @Query(
      """
      SELECT g.id, g.person_id, p.last_name, p.first_name, p.middle_name, p.ticket_number,
             d.ticket_number AS merged_ticket_number, g.merged_at, g.undone_at
        FROM members.merge g
        JOIN members.person p
          ON p.id = g.person_id
        JOIN members.person d
          ON d.id = g.merged_person_id
       WHERE g.primary_id = :primaryId
       ORDER BY g.merged_at DESC, g.id
       LIMIT 100
      """)
  List<Merge> listOf(UUID primaryId);

  /** Alike by sound with near dates, or the same names and date under another surname. */
  @Query(
      """
      WITH own AS (
        SELECT p.id, p.last_name, p.first_name, p.middle_name, p.birth_date, p.ticket_number,
               p.sound,
               members.fold(concat_ws(' ', p.first_name, p.middle_name)) AS given_names,
               EXISTS (
                 SELECT 1
                   FROM members.membership m
                  WHERE m.person_id = p.id
                    AND m.primary_id = p.primary_id
                    AND m.kind = 'COUNTED'
                    AND m.valid_until IS NULL) AS on_record
          FROM members.person p
         WHERE p.primary_id = :primaryId
           AND p.merged_into IS NULL),
      pair AS (
        SELECT a.id, b.id AS other_id
          FROM own a
          JOIN own b
            ON b.sound = a.sound
           AND b.id > a.id
         WHERE b.birth_date = ANY (members.near_dates(a.birth_date))
        UNION
        SELECT a.id, b.id
          FROM own a
          JOIN own b
            ON b.birth_date = a.birth_date
           AND b.given_names = a.given_names
           AND b.id > a.id)
      SELECT a.id AS person_id, a.last_name, a.first_name, a.middle_name, a.birth_date, a.ticket_number, a.on_record,
             b.id AS other_person_id, b.last_name AS other_last_name, b.first_name AS other_first_name,
             b.middle_name AS other_middle_name, b.birth_date AS other_birth_date,
             b.ticket_number AS other_ticket_number, b.on_record AS other_on_record
        FROM pair
        JOIN own a
          ON a.id = pair.id
        JOIN own b
          ON b.id = pair.other_id
       WHERE NOT EXISTS (
               SELECT 1
                 FROM members.distinct_people d
                WHERE d.person_id = pair.id
                  AND d.other_person_id = pair.other_id)
       ORDER BY a.last_name COLLATE "ru-x-icu", a.id, b.id
       LIMIT 200
      """)
  List<LookAlikes> listLookAlikes(UUID primaryId);

  @Query(
      """
      INSERT INTO members.distinct_people (person_id, other_person_id, primary_id, said_by, said_at)
      SELECT least(a.id, b.id), greatest(a.id, b.id), :primaryId, :accountId, :at
        FROM members.person a
       CROSS JOIN members.person b
       WHERE a.id = :personId
         AND b.id = :otherId
         AND a.id <> b.id
         AND a.primary_id = :primaryId
         AND b.primary_id = :primaryId
      ON CONFLICT (person_id, other_person_id) DO UPDATE SET said_at = members.distinct_people.said_at
      """)
  int sayDistinct(UUID primaryId, UUID personId, UUID otherId, UUID accountId, Instant at);
}
