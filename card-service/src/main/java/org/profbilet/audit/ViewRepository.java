package org.profbilet.audit;

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
interface ViewRepository extends GenericRepository<Entry, UUID> {

  @Query(
      """
      INSERT INTO audit.view AS v (
        person_id, primary_id, account_id, day, basis, viewer_name, organisation_name, reason, last_at)
      SELECT seen.id, :primaryId, :accountId, :day, :basis, :viewerName, :organisationName, :reason, :at
        FROM unnest(CAST(string_to_array(:persons, ',') AS uuid[])) seen (id)
      ON CONFLICT (person_id, account_id, day, basis) DO UPDATE
        SET times = v.times + 1,
            last_at = EXCLUDED.last_at,
            reason = EXCLUDED.reason
      """)
  int add(
      String persons,
      UUID primaryId,
      UUID accountId,
      LocalDate day,
      Views.Basis basis,
      String viewerName,
      String organisationName,
      @Nullable String reason,
      Instant at);

  @Query(
      """
      SELECT day, basis, viewer_name, organisation_name, reason, times, last_at
        FROM audit.view
       WHERE person_id = :personId
       ORDER BY last_at DESC, account_id
       LIMIT 200
      """)
  List<ViewLine> listOf(UUID personId);
}
