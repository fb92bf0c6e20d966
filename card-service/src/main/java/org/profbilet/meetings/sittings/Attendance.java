package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a quorum reads of the doors; the only place that does. Each question is one statement, so it
 * sees one moment however many phones deliver meanwhile.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Attendance extends GenericRepository<SittingRow, UUID> {

  /** Everybody who was sent to a body and neither rejected, withdrawn nor replaced. */
  @Query(
      """
      SELECT m.number, m.sender_id, o.short_name AS sender, r.kept_id AS person_id, m.full_name, m.sex, m.birth_year,
             m.first_time, m.vote, m.standing, r.is_member,
             coalesce(hall.state = 'PRESENT', false) AS inside, coalesce(hall.is_counted, false) AS counted,
             coalesce(afar.state = 'PRESENT', false) AS afar, coalesce(afar.is_counted, false) AS afar_counted
        FROM meetings.mandate m
        JOIN meetings.roll(:bodyId, :day) r
          ON r.mandate_id = m.id
        JOIN organisations.organisation o
          ON o.id = m.sender_id
        LEFT JOIN meetings.presence hall
          ON hall.list_id = :listId
         AND hall.person_id = r.kept_id
        LEFT JOIN meetings.presence afar
          ON afar.list_id = CAST(:remoteListId AS uuid)
         AND afar.person_id = r.kept_id
       WHERE m.body_id = :bodyId
         AND m.standing IN ('SUBMITTED', 'CONFIRMED')
       ORDER BY m.number NULLS LAST, m.id
      """)
  List<RollRow> listRoll(UUID bodyId, UUID listId, @Nullable UUID remoteListId, LocalDate day);

  /** Members on record on the day who are present; whoever stayed away is in the base only. */
  @Query(
      """
      SELECT CAST(NULL AS integer) AS number, p.primary_id AS sender_id, o.short_name AS sender, p.id AS person_id,
             concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS full_name, p.sex,
             CAST(extract(year FROM p.birth_date) AS integer) AS birth_year, false AS first_time, 'DECISIVE' AS vote,
             'CONFIRMED' AS standing, true AS is_member,
             coalesce(hall.state = 'PRESENT', false) AS inside, coalesce(hall.is_counted, false) AS counted,
             coalesce(afar.state = 'PRESENT', false) AS afar, coalesce(afar.is_counted, false) AS afar_counted
        FROM members.person p
        JOIN organisations.organisation o
          ON o.id = p.primary_id
        LEFT JOIN meetings.presence hall
          ON hall.list_id = :listId
         AND hall.person_id = p.id
        LEFT JOIN meetings.presence afar
          ON afar.list_id = CAST(:remoteListId AS uuid)
         AND afar.person_id = p.id
       WHERE p.primary_id = :organisationId
         AND (hall.state = 'PRESENT' OR afar.state = 'PRESENT')
         AND EXISTS (SELECT 1
                       FROM members.membership m
                      WHERE m.person_id = p.id
                        AND m.kind = 'COUNTED'
                        AND m.valid_from <= :day
                        AND (m.valid_until IS NULL OR m.valid_until > :day))
       ORDER BY p.search_name COLLATE "ru-x-icu", p.id
      """)
  List<RollRow> listMembersPresent(
      UUID organisationId, UUID listId, @Nullable UUID remoteListId, LocalDate day);

  /** Conflicts about these lists, or about a whole device, that nobody has ruled yet. */
  @Query(
      """
      SELECT count(*)
        FROM meetings.conflict
       WHERE meeting_id = :meetingId
         AND (list_id IS NULL OR list_id = :listId OR list_id = CAST(:remoteListId AS uuid))
         AND closed_at IS NULL
         AND ruling IS NULL
      """)
  int countConflicts(UUID meetingId, UUID listId, @Nullable UUID remoteListId);
}
