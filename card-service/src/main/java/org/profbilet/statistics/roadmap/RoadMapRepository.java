package org.profbilet.statistics.roadmap;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoadMapRepository extends GenericRepository<RoadMapRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "progress", schema = "statistics")
  record Row(@Id UUID primaryId) {}

  /** Counts every open primary within an organisation anew. */
  @Query("SELECT statistics.recount(:topId, :at, :today)")
  int recount(UUID topId, Instant at, LocalDate today);

  @Query(
      """
      SELECT id
        FROM organisations.organisation
       WHERE parent_id IS NULL
      """)
  Optional<UUID> findTop();

  @Query(
      """
      SELECT counted_at, logins, trained_on, missing_fields, declared, declared_on, entered, decided, consented,
             ordered, received, issued, last_movement_on, has_access, is_trained, has_passport, is_entered,
             is_decided, is_ordered, is_issued
        FROM statistics.progress
       WHERE primary_id = :primaryId
      """)
  Optional<PrimaryCounts> find(UUID primaryId);

  /** Open primaries within an organisation that were never counted, or not since. */
  @Query(
      """
      SELECT count(*)
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
         AND o.level = 'PRIMARY'
         AND o.status IN ('ACTIVE', 'LIQUIDATING')
        LEFT JOIN statistics.progress p
          ON p.primary_id = o.id
       WHERE above.id = :topId
         AND (p.counted_at IS NULL OR p.counted_at < :since)
      """)
  int countOutdated(UUID topId, Instant since);

  /** One row for each organisation directly below. */
  @Query(
      """
      SELECT child.id, coalesce(child.inpo, '') AS inpo, child.level, child.name, child.status,
             count(o.id) AS primaries,
             coalesce(sum(p.entered), 0) AS entered,
             coalesce(sum(p.entered) FILTER (WHERE p.declared IS NOT NULL), 0) AS entered_of_declared,
             coalesce(sum(p.declared), 0) AS declared,
             count(o.id) FILTER (WHERE p.declared IS NULL) AS undeclared,
             count(*) FILTER (WHERE p.has_access) AS access,
             count(*) FILTER (WHERE p.is_trained) AS training,
             count(*) FILTER (WHERE p.has_passport) AS passport,
             count(*) FILTER (WHERE p.is_entered) AS members,
             count(*) FILTER (WHERE p.is_decided) AS consents,
             count(*) FILTER (WHERE p.is_ordered) AS orders,
             count(*) FILTER (WHERE p.is_issued) AS issue,
             count(*) FILTER (WHERE p.computer = 'YES') AS computer_yes,
             count(*) FILTER (WHERE p.computer = 'NO') AS computer_no,
             count(*) FILTER (WHERE p.internet = 'YES') AS internet_yes,
             count(*) FILTER (WHERE p.internet = 'NO') AS internet_no,
             max(p.last_movement_on) AS last_movement_on,
             min(p.counted_at) AS counted_at
        FROM organisations.organisation child
        LEFT JOIN organisations.organisation o
          ON o.position BETWEEN child.position AND child.last_position
         AND o.level = 'PRIMARY'
         AND o.status IN ('ACTIVE', 'LIQUIDATING')
        LEFT JOIN statistics.progress p
          ON p.primary_id = o.id
       WHERE child.parent_id = :parentId
         AND child.status IN ('ACTIVE', 'LIQUIDATING')
       GROUP BY child.id
       ORDER BY child.level, child.name COLLATE "ru-x-icu"
      """)
  List<TerritoryRow> listTerritories(UUID parentId);

  /** The nearest day set above an organisation, or by itself, for each step. */
  @Query(
      """
      SELECT DISTINCT ON (d.step) d.step, d.due_on
        FROM organisations.organisation o
        JOIN organisations.organisation above
          ON o.position BETWEEN above.position AND above.last_position
        JOIN statistics.due_date d
          ON d.office_id = above.id
       WHERE o.id = :organisationId
       ORDER BY d.step, above.position DESC
      """)
  List<DueDate> listDueDates(UUID organisationId);

  @Query(
      """
      INSERT INTO statistics.due_date (office_id, step, due_on)
      VALUES (:officeId, :step, :dueOn)
      ON CONFLICT (office_id, step) DO UPDATE
         SET due_on = excluded.due_on
      """)
  void setDueDate(UUID officeId, int step, LocalDate dueOn);

  /**
   * Those being wound up are not reproached; an organisation without a day for a step is in time.
   */
  @Query(
      """
      SELECT o.id, o.inpo, o.name, parent.short_name AS parent_name,
             string_agg(CAST(due.step AS text), ',' ORDER BY due.step) AS late, min(due.due_on) AS since,
             nullif(max(concat_ws(' ', chair.last_name, chair.first_name, chair.middle_name)), '') AS chair,
             max(chair.phone) AS phone
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
         AND o.level = 'PRIMARY'
         AND o.status = 'ACTIVE'
        JOIN organisations.organisation parent
          ON parent.id = o.parent_id
        LEFT JOIN statistics.progress p
          ON p.primary_id = o.id
       CROSS JOIN LATERAL (
             SELECT DISTINCT ON (d.step) d.step, d.due_on
               FROM statistics.due_date d
               JOIN organisations.organisation office
                 ON office.id = d.office_id
                AND o.position BETWEEN office.position AND office.last_position
              ORDER BY d.step, office.position DESC) due
        LEFT JOIN organisations.official chair
          ON chair.organisation_id = o.id
         AND chair.post = 'CHAIR'
         AND chair.ended_on IS NULL
       WHERE above.id = :topId
         AND due.due_on < :today
         AND NOT coalesce(CASE due.step
               WHEN 1 THEN p.has_access
               WHEN 2 THEN p.is_trained
               WHEN 3 THEN p.has_passport
               WHEN 4 THEN p.is_entered
               WHEN 5 THEN p.is_decided
               WHEN 6 THEN p.is_ordered
               ELSE p.is_issued END, false)
       GROUP BY o.id, parent.short_name
       ORDER BY count(*) DESC, parent.short_name COLLATE "ru-x-icu", o.name COLLATE "ru-x-icu"
       LIMIT :limit
      """)
  List<Overdue> listOverdue(UUID topId, LocalDate today, int limit);
}
