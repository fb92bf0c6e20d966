package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrderRepository extends GenericRepository<CardOrder, UUID> {

  Optional<CardOrder> findById(UUID id);

  @Query(
      """
      SELECT id, number, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
             return_reason, batch_id, handed_over_at, request_hash, created_at, version
        FROM cards.card_order
       WHERE id = :id
         FOR UPDATE
      """)
  Optional<CardOrder> lock(UUID id);

  @Query(
      """
      INSERT INTO cards.card_order (
        id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks, request_hash,
        created_by, created_at)
      VALUES (
        :id, :primaryId, :payerId, :regionId, 'ORDERED', :cardCount, :priceKopecks, :sumKopecks, :requestHash,
        :createdBy, :createdAt)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id,
      UUID primaryId,
      UUID payerId,
      UUID regionId,
      int cardCount,
      long priceKopecks,
      long sumKopecks,
      String requestHash,
      UUID createdBy,
      Instant createdAt);

  @Query(
      """
      UPDATE cards.card_order
         SET state = 'APPROVED', version = version + 1
       WHERE id = :id
         AND state = 'ORDERED'
         AND version = :version
      """)
  int markApproved(UUID id, int version);

  @Query(
      """
      UPDATE cards.card_order
         SET state = 'CANCELLED', version = version + 1
       WHERE id = :id
         AND state = 'ORDERED'
         AND version = :version
      """)
  int markCancelled(UUID id, int version);

  @Query(
      """
      UPDATE cards.card_order
         SET state = 'RETURNED', return_reason = :reason, version = version + 1
       WHERE id = :id
         AND state = 'ORDERED'
         AND version = :version
      """)
  int markReturned(UUID id, String reason, int version);
}
