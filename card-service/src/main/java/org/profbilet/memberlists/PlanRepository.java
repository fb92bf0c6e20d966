package org.profbilet.memberlists;

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
  @MappedEntity(value = "plan", schema = "memberlists")
  record Row(@Id UUID id) {}

  /** Waits for the same key in another session. */
  @Query(
      """
      INSERT INTO memberlists.plan (
        id, primary_id, account_id, created_at, file_sha256, file_format, register_version, row_count,
        missing_count, stated_total, ignored_columns, content_sha256)
      VALUES (
        :id, :primaryId, :accountId, :createdAt, :fileSha256, :fileFormat, :registerVersion, :rowCount,
        :missingCount, :statedTotal, :ignoredColumns, :contentSha256)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id,
      UUID primaryId,
      UUID accountId,
      Instant createdAt,
      String fileSha256,
      String fileFormat,
      String registerVersion,
      int rowCount,
      int missingCount,
      @Nullable Integer statedTotal,
      String ignoredColumns,
      String contentSha256);

  @Query(
      """
      INSERT INTO memberlists.plan_row (
        plan_id, row_number, primary_id, outcome, title, person_id, member, changes, problems)
      SELECT :planId, new."rowNumber", :primaryId, new.outcome, new.title, new."personId", new.member,
             coalesce(new.changes, '[]'), coalesce(new.problems, '[]')
        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS new (
               "rowNumber" integer, outcome text, title text, "personId" uuid, member jsonb, changes jsonb,
               problems jsonb)
      """)
  int insertRows(UUID planId, UUID primaryId, String rows);

  @Query(
      """
      SELECT id, account_id, created_at, file_sha256, file_format, register_version, row_count, missing_count,
             stated_total, ignored_columns, content_sha256, applied_at,
             CAST(applied_result AS text) AS applied_result, undone_at, CAST(undone_result AS text) AS undone_result
        FROM memberlists.plan
       WHERE id = :id
         AND primary_id = :primaryId
      """)
  Optional<PlanRow> find(UUID id, UUID primaryId);

  /** Newest first. */
  @Query(
      """
      SELECT id
        FROM memberlists.plan
       WHERE primary_id = :primaryId
         AND (applied_at IS NOT NULL OR created_at > :since)
       ORDER BY created_at DESC, id DESC
       LIMIT :limit
      """)
  List<UUID> listNewest(UUID primaryId, Instant since, int limit);

  @Query(
      """
      SELECT count(*)
        FROM memberlists.plan
       WHERE primary_id = :primaryId
         AND undone_at IS NOT NULL
      """)
  int countUndone(UUID primaryId);

  @Query(
      """
      UPDATE memberlists.plan
         SET undone_at = :at, undone_by = :accountId, undone_result = CAST(:result AS jsonb)
       WHERE id = :id
         AND primary_id = :primaryId
         AND undone_at IS NULL
      """)
  int markUndone(UUID id, UUID primaryId, UUID accountId, Instant at, String result);

  @Query(
      """
      SELECT outcome, count(*) AS rows,
             count(*) FILTER (WHERE outcome <> 'ERROR' AND problems <> '[]') AS warned
        FROM memberlists.plan_row
       WHERE plan_id = :planId
       GROUP BY outcome
      """)
  List<OutcomeCount> countOutcomes(UUID planId);

  @Query(
      """
      SELECT row_number, outcome, title, person_id, CAST(member AS text) AS member,
             CAST(changes AS text) AS changes, CAST(problems AS text) AS problems
        FROM memberlists.plan_row
       WHERE plan_id = :planId
         AND row_number > :after
         AND (CAST(:outcome AS text) IS NULL OR outcome = CAST(:outcome AS text))
       ORDER BY row_number
       LIMIT :limit
      """)
  List<StoredRow> listRows(UUID planId, @Nullable String outcome, int after, int limit);

  @Query(
      """
      SELECT max(applied_at)
        FROM memberlists.plan
       WHERE primary_id = :primaryId
         AND (file_sha256 = :fileSha256 OR content_sha256 = :contentSha256)
         AND undone_at IS NULL
         AND id <> :except
      """)
  Optional<Instant> findApplied(
      UUID primaryId, String fileSha256, String contentSha256, UUID except);

  @Query(
      """
      SELECT count(*)
        FROM memberlists.plan
       WHERE primary_id = :primaryId
         AND created_at > :since
      """)
  int countSince(UUID primaryId, Instant since);

  @Query(
      """
      UPDATE memberlists.plan
         SET applied_at = :at, applied_by = :accountId, applied_result = CAST(:result AS jsonb)
       WHERE id = :id
         AND primary_id = :primaryId
         AND applied_at IS NULL
      """)
  int markApplied(UUID id, UUID primaryId, UUID accountId, Instant at, String result);

  @Query("SELECT memberlists.forget(:olderThan)")
  int forget(Instant olderThan);
}
