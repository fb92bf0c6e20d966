package org.profbilet.registerlists;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<PlanRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "plan", schema = "registerlists")
  record Row(@Id UUID id) {}

  @Query(
      """
      SELECT o.id, o.parent_id, coalesce(o.inpo, '') AS inpo, o.level, o.name, o.short_name
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
       WHERE above.id = :officeId
         AND o.status IN ('PROPOSED', 'ACTIVE', 'LIQUIDATING')
      """)
  List<KnownOrganisation> listKnown(UUID officeId);

  /** Changes with any organisation within the office. */
  @Query(
      """
      SELECT count(*) || ':' || sum(o.version) || ':' || sum(o.position % 1000003)
        FROM organisations.organisation above
        JOIN organisations.organisation o
          ON o.position BETWEEN above.position AND above.last_position
       WHERE above.id = :officeId
      """)
  String versionOf(UUID officeId);

  @Query(
      """
      INSERT INTO registerlists.plan (
        id, office_id, account_id, kind, created_at, file_sha256, register_version, ignored_columns)
      VALUES (:id, :officeId, :accountId, :kind, :createdAt, :fileSha256, :registerVersion, :ignoredColumns)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id,
      UUID officeId,
      UUID accountId,
      String kind,
      Instant createdAt,
      String fileSha256,
      String registerVersion,
      String ignoredColumns);

  @Query(
      """
      INSERT INTO registerlists.plan_row (
        plan_id, row_number, office_id, outcome, title, organisation_id, entry, changes, remarks)
      VALUES (
        :planId, :number, :officeId, :outcome, :title, :organisationId, CAST(:entry AS jsonb),
        CAST(:changes AS jsonb), CAST(:remarks AS jsonb))
      """)
  void insertRow(
      UUID planId,
      int number,
      UUID officeId,
      String outcome,
      String title,
      @Nullable UUID organisationId,
      @Nullable String entry,
      String changes,
      String remarks);

  @Query(
      """
      SELECT id, kind, created_at, file_sha256, register_version, ignored_columns, applied_at, applied_count
        FROM registerlists.plan
       WHERE id = :id
         AND office_id = :officeId
         FOR UPDATE
      """)
  Optional<PlanRow> lock(UUID id, UUID officeId);

  @Query(
      """
      SELECT outcome, count(*) AS rows
        FROM registerlists.plan_row
       WHERE plan_id = :planId
       GROUP BY outcome
      """)
  List<OutcomeCount> countOutcomes(UUID planId);

  @Query(
      """
      SELECT row_number, outcome, title, organisation_id, CAST(entry AS text) AS entry,
             CAST(changes AS text) AS changes, CAST(remarks AS text) AS remarks
        FROM registerlists.plan_row
       WHERE plan_id = :planId
         AND row_number > :after
         AND (CAST(:outcome AS text) IS NULL OR outcome = CAST(:outcome AS text))
       ORDER BY row_number
       LIMIT :limit
      """)
  List<StoredRow> listRows(UUID planId, @Nullable String outcome, int after, int limit);

  @Query(
      """
      UPDATE registerlists.plan
         SET applied_at = :at, applied_count = :rows
       WHERE id = :id
         AND applied_at IS NULL
      """)
  int markApplied(UUID id, Instant at, int rows);

  @Query(
      """
      UPDATE registerlists.plan_row
         SET entry = NULL
       WHERE plan_id = :planId
      """)
  void emptyEntries(UUID planId);

  @Query("SELECT registerlists.forget_unapplied(:before)")
  long forgetUnapplied(Instant before);
}
