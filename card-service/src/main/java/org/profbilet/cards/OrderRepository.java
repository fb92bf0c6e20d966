package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
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

  @Query("SELECT id FROM cards.card_order WHERE primary_id = :primaryId AND state = 'DRAFT'")
  Optional<UUID> findDraft(UUID primaryId);

  @Query(
      """
      SELECT unnest(left_out)
        FROM cards.card_order
       WHERE id = :id
      """)
  List<UUID> listLeftOut(UUID id);

  /** Makes an order, or writes over the draft that it was; nothing where the id is another's. */
  @Query(
      """
      INSERT INTO cards.card_order AS k (
        id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks, left_out,
        request_hash, created_by, created_at)
      VALUES (
        :id, :primaryId, :payerId, :regionId, :state, :cardCount, :priceKopecks, :sumKopecks,
        CAST(string_to_array(:leftOut, ',') AS uuid[]), :requestHash, :createdBy, :createdAt)
      ON CONFLICT (id) DO UPDATE
         SET payer_id = excluded.payer_id, region_id = excluded.region_id, state = excluded.state,
             card_count = excluded.card_count, price_kopecks = excluded.price_kopecks,
             sum_kopecks = excluded.sum_kopecks, left_out = excluded.left_out,
             request_hash = excluded.request_hash, created_by = excluded.created_by,
             created_at = excluded.created_at, version = k.version + 1
       WHERE k.state = 'DRAFT'
         AND k.primary_id = excluded.primary_id
      """)
  int write(
      UUID id,
      UUID primaryId,
      UUID payerId,
      UUID regionId,
      OrderState state,
      int cardCount,
      long priceKopecks,
      long sumKopecks,
      String leftOut,
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
