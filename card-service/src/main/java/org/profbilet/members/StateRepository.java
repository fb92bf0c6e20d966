package org.profbilet.members;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was true of memberships, and when it was known. Ids come as one text, parted by commas. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StateRepository extends GenericRepository<MemberRepository.Row, UUID> {

  /** The first change of a membership: what was true of it until now. */
  @Query(
      """
      INSERT INTO members.state (
        membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name, staff_group,
        education, dues_by_payroll, union_roles, suspended_until, true_from, true_until, known_from, recorded_by)
      SELECT m.id, m.person_id, m.primary_id, m.kind, m.category, m.engagement, m.unit_name, m.position_name,
             m.staff_group, m.education, m.dues_by_payroll, m.union_roles, m.suspended_until, m.valid_from,
             m.valid_until, least(m.recorded_at, :at), m.recorded_by
        FROM members.membership m
       WHERE m.id IN (SELECT unnest(CAST(string_to_array(:membershipIds, ',') AS uuid[])))
         AND (m.valid_until IS NULL OR m.valid_until > m.valid_from)
         AND NOT EXISTS (SELECT 1 FROM members.state s WHERE s.membership_id = m.id)
      """)
  int rememberFirst(String membershipIds, Instant at);

  /** This moment, or the newest one known: clocks of two servers may differ a little. */
  @Query(
      """
      SELECT greatest(:at, max(known_from))
        FROM members.state
       WHERE membership_id IN (SELECT unnest(CAST(string_to_array(:membershipIds, ',') AS uuid[])))
      """)
  Instant momentFor(String membershipIds, Instant at);

  /** What was believed of the days from this one on is believed no more; earlier days stay. */
  @Query(
      """
      WITH ended AS (
        UPDATE members.state
           SET known_until = :at, merge_id = CAST(:mergeId AS uuid)
         WHERE membership_id IN (SELECT unnest(CAST(string_to_array(:membershipIds, ',') AS uuid[])))
           AND known_until IS NULL
           AND (true_until IS NULL OR true_until > :day)
        RETURNING membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name,
                  staff_group, education, dues_by_payroll, union_roles, suspended_until, true_from, recorded_by, reason),
      kept AS (
        INSERT INTO members.state (
          membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name, staff_group,
          education, dues_by_payroll, union_roles, suspended_until, true_from, true_until, known_from, recorded_by,
          reason)
        SELECT e.membership_id, e.person_id, e.primary_id, e.kind, e.category, e.engagement, e.unit_name,
               e.position_name, e.staff_group, e.education, e.dues_by_payroll, e.union_roles, e.suspended_until,
               e.true_from, :day, :at, e.recorded_by, e.reason
          FROM ended e
         WHERE e.true_from < :day
        RETURNING id)
      SELECT count(*) FROM kept
      """)
  int endFrom(String membershipIds, LocalDate day, Instant at, @Nullable UUID mergeId);

  /** What the memberships say now is true from this day on. */
  @Query(
      """
      INSERT INTO members.state (
        membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name, staff_group,
        education, dues_by_payroll, union_roles, suspended_until, true_from, true_until, known_from, recorded_by,
        reason)
      SELECT m.id, m.person_id, m.primary_id, m.kind, m.category, m.engagement, m.unit_name, m.position_name,
             m.staff_group, m.education, m.dues_by_payroll, m.union_roles, m.suspended_until,
             greatest(m.valid_from, :day), m.valid_until, :at, CAST(:accountId AS uuid), :reason
        FROM members.membership m
       WHERE m.id IN (SELECT unnest(CAST(string_to_array(:membershipIds, ',') AS uuid[])))
         AND (m.valid_until IS NULL OR m.valid_until > greatest(m.valid_from, :day))
      """)
  int stateFrom(
      String membershipIds,
      LocalDate day,
      Instant at,
      @Nullable UUID accountId,
      @Nullable String reason);

  /** What a merge took away is believed again. */
  @Query(
      """
      INSERT INTO members.state (
        membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name, staff_group,
        education, dues_by_payroll, union_roles, suspended_until, true_from, true_until, known_from, recorded_by,
        reason)
      SELECT s.membership_id, s.person_id, s.primary_id, s.kind, s.category, s.engagement, s.unit_name,
             s.position_name, s.staff_group, s.education, s.dues_by_payroll, s.union_roles, s.suspended_until,
             s.true_from, s.true_until, :at, s.recorded_by, s.reason
        FROM members.state s
       WHERE s.merge_id = :mergeId
         AND s.person_id = :personId
      """)
  int believeAgain(UUID mergeId, UUID personId, Instant at);

  @Query(
      """
      SELECT membership_id, category, unit_name AS unit, position_name AS position,
             array_to_string(union_roles, ',') AS roles, suspended_until, true_from, true_until, known_from, reason
        FROM members.on_record
       WHERE person_id = :personId
         AND primary_id = :primaryId
         AND kind = 'COUNTED'
         AND known_until IS NULL
       ORDER BY true_from DESC
      """)
  List<PastState> listKnown(UUID primaryId, UUID personId);
}
