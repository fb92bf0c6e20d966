package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that a move changes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PeriodRepository extends GenericRepository<RequestRow, UUID> {

  /** A counted period: when it began and the first day after it. */
  @Introspected
  record Period(UUID id, LocalDate validFrom, @Nullable LocalDate validUntil) {}

  @Query(
      "SELECT id FROM members.person WHERE id = :personId AND primary_id = :primaryId FOR UPDATE")
  Optional<UUID> holdPerson(UUID personId, UUID primaryId);

  @Query(
      """
      SELECT id, valid_from, valid_until
        FROM members.membership
       WHERE person_id = :personId
         AND primary_id = :primaryId
         AND kind = 'COUNTED'
       ORDER BY valid_from DESC
       LIMIT 1
      """)
  Optional<Period> findNewest(UUID personId, UUID primaryId);

  @Query(
      """
      SELECT id, valid_from, valid_until
        FROM members.membership
       WHERE person_id = :personId
         AND primary_id = :primaryId
         AND kind = 'SECONDARY'
         AND valid_until IS NULL
      """)
  List<Period> listLinks(UUID personId, UUID primaryId);

  @Query(
      """
      UPDATE members.membership
         SET valid_until = greatest(valid_from, :day), end_reason = 'TRANSFER', version = version + 1
       WHERE id = :id
         AND valid_until IS NULL
      """)
  int end(UUID id, LocalDate day);

  @Query(
      """
      UPDATE members.person
         SET primary_id = :toPrimaryId, version = version + 1
       WHERE id = :personId
      """)
  int carry(UUID personId, UUID toPrimaryId);

  /** What goes along is what belongs to the person; unit, position and roles stay behind. */
  @Query(
      """
      INSERT INTO members.membership (
        id, person_id, primary_id, kind, category, engagement, staff_group, education, joined_union_on,
        joined_union_precision, registered_on, valid_from, recorded_at, recorded_by)
      SELECT :id, m.person_id, :toPrimaryId, :kind,
             CASE WHEN m.category IN ('ON_LEAVE', 'LAID_OFF') THEN 'WORKING' ELSE m.category END,
             CASE WHEN :kind = 'SECONDARY' THEN 'SECOND_JOB' ELSE m.engagement END,
             m.staff_group, m.education, m.joined_union_on, m.joined_union_precision, :day, :day, :at,
             CAST(:accountId AS uuid)
        FROM members.membership m
       WHERE m.id = :fromId
      """)
  int begin(
      UUID id,
      UUID fromId,
      UUID toPrimaryId,
      String kind,
      LocalDate day,
      Instant at,
      @Nullable UUID accountId);

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
      @Nullable UUID accountId,
      @Nullable String before,
      String after);
}
