package org.profbilet.organisations.passport;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PassportRepository extends GenericRepository<PassportRepository.Row, Long> {

  /** Names the table for the repository. */
  @MappedEntity(value = "passport_entry", schema = "organisations")
  record Row(@Id Long id) {}

  @Query(
      """
      SELECT DISTINCT ON (e.field) e.field,
             CASE WHEN e.field = 'PARENT' THEN parent.name ELSE e.value END AS value, e.true_from, e.recorded_at
        FROM organisations.passport_entry e
        LEFT JOIN organisations.organisation parent
          ON parent.id = CASE WHEN e.field = 'PARENT' THEN CAST(e.value AS uuid) END
       WHERE e.organisation_id = :organisationId
         AND e.true_from <= :on
         AND e.recorded_at <= :knownAt
       ORDER BY e.field, e.true_from DESC, e.id DESC
      """)
  List<FieldValue> listValues(UUID organisationId, LocalDate on, Instant knownAt);

  @Query(
      """
      SELECT e.field, CASE WHEN e.field = 'PARENT' THEN parent.name ELSE e.value END AS value, e.true_from,
             e.recorded_at
        FROM organisations.passport_entry e
        LEFT JOIN organisations.organisation parent
          ON parent.id = CASE WHEN e.field = 'PARENT' THEN CAST(e.value AS uuid) END
       WHERE e.organisation_id = :organisationId
         AND (CAST(:field AS text) IS NULL OR e.field = CAST(:field AS text))
       ORDER BY e.id DESC
       LIMIT :limit
      """)
  List<FieldValue> listHistory(UUID organisationId, @Nullable String field, int limit);

  @Query(
      """
      INSERT INTO organisations.passport_entry (
        organisation_id, field, value, true_from, recorded_at, recorded_by)
      VALUES (:organisationId, :field, :value, :trueFrom, :recordedAt, :recordedBy)
      """)
  void insert(
      UUID organisationId,
      String field,
      @Nullable String value,
      LocalDate trueFrom,
      Instant recordedAt,
      UUID recordedBy);

  /** What other features read of a passport stands in the row of the organisation too. */
  @Query(
      """
      UPDATE organisations.organisation o
         SET name = coalesce(newest.name, o.name),
             short_name = coalesce(newest.short_name, o.short_name),
             zone = coalesce(newest.zone, o.zone),
             institution_kind = newest.institution_kind,
             phone = newest.phone,
             delivery_address = newest.delivery_address,
             version = o.version + 1
        FROM (SELECT max(value) FILTER (WHERE field = 'NAME') AS name,
                     max(value) FILTER (WHERE field = 'SHORT_NAME') AS short_name,
                     max(value) FILTER (WHERE field = 'ZONE') AS zone,
                     max(value) FILTER (WHERE field = 'INSTITUTION_KIND') AS institution_kind,
                     max(value) FILTER (WHERE field = 'PHONE') AS phone,
                     max(value) FILTER (WHERE field = 'DELIVERY_ADDRESS') AS delivery_address
                FROM (SELECT DISTINCT ON (field) field, value
                        FROM organisations.passport_entry
                       WHERE organisation_id = :organisationId
                       ORDER BY field, true_from DESC, id DESC) e) newest
       WHERE o.id = :organisationId
      """)
  void refreshRow(UUID organisationId);

  @Query(
      """
      SELECT DISTINCT ON (subject) subject, as_of, raw, value, alternative, extra, recorded_at
        FROM organisations.declared_count
       WHERE organisation_id = :organisationId
         AND as_of <= :on
         AND recorded_at <= :knownAt
       ORDER BY subject, as_of DESC, id DESC
      """)
  List<DeclaredCount> listCounts(UUID organisationId, LocalDate on, Instant knownAt);

  @Query(
      """
      INSERT INTO organisations.declared_count (
        organisation_id, subject, as_of, raw, value, alternative, extra, recorded_at, recorded_by)
      VALUES (:organisationId, :subject, :asOf, :raw, :value, :alternative, :extra, :recordedAt, :recordedBy)
      """)
  void insertCount(
      UUID organisationId,
      String subject,
      LocalDate asOf,
      String raw,
      @Nullable Integer value,
      @Nullable Integer alternative,
      @Nullable Integer extra,
      Instant recordedAt,
      UUID recordedBy);

  @Query(
      """
      SELECT required.field
        FROM organisations.required_field required
        JOIN organisations.organisation o
          ON o.level = required.level
       WHERE o.id = :organisationId
         AND (required.when_field IS NULL
              OR required.when_value = (
                   SELECT e.value
                     FROM organisations.passport_entry e
                    WHERE e.organisation_id = o.id
                      AND e.field = required.when_field
                    ORDER BY e.true_from DESC, e.id DESC
                    LIMIT 1))
       ORDER BY required.field
      """)
  List<String> listRequired(UUID organisationId);

  @Query(
      """
      SELECT field
        FROM organisations.missing_field
       WHERE organisation_id = :organisationId
       ORDER BY field
      """)
  List<String> listMissing(UUID organisationId);
}
