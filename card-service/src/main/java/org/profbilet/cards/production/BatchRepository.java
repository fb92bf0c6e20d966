package org.profbilet.cards.production;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.cards.BatchState;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BatchRepository extends GenericRepository<Batch, UUID> {

  Optional<Batch> findById(UUID id);

  @Query(
      """
      SELECT id, number, region_id, state, card_count, request_hash, created_at, version
        FROM cards.batch
       WHERE id = :id
         FOR UPDATE
      """)
  Optional<Batch> lock(UUID id);

  @Query(
      """
      INSERT INTO cards.batch (id, region_id, state, card_count, request_hash, created_by, created_at)
      VALUES (:id, :regionId, 'IN_PRODUCTION', :cardCount, :requestHash, :createdBy, :createdAt)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id, UUID regionId, int cardCount, String requestHash, UUID createdBy, Instant createdAt);

  @Query(
      """
      UPDATE cards.batch
         SET state = :to, version = version + 1
       WHERE id = :id
         AND state = :from
         AND version = :version
      """)
  int mark(UUID id, BatchState from, BatchState to, int version);
}
