package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordingRepository extends GenericRepository<Recording, UUID> {

  /** Waits for the same key in another session. */
  @Query(
      """
      INSERT INTO consents.recording (id, primary_id, account_id, at, request_hash, recorded_count)
      VALUES (:id, :primaryId, :accountId, :at, :requestHash, :recordedCount)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id, UUID primaryId, UUID accountId, Instant at, String requestHash, int recordedCount);

  Optional<Recording> findById(UUID id);
}
