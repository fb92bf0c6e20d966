package org.profbilet.cards.production;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.profbilet.cards.CardOrder;

/** Orders as production sees them: what waits, what a batch holds, what is handed over. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BatchedOrders extends GenericRepository<CardOrder, UUID> {

  @Query(
      """
      SELECT id, number, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
             return_reason, batch_id, handed_over_at, request_hash, created_at, version
        FROM cards.card_order
       WHERE region_id = :regionId
         AND state = 'APPROVED'
         AND batch_id IS NULL
       ORDER BY id
         FOR UPDATE
      """)
  List<CardOrder> lockApproved(UUID regionId);

  @Query("SELECT id FROM cards.card_order WHERE batch_id = :batchId ORDER BY id")
  List<UUID> listIdsOfBatch(UUID batchId);

  @Query(
      """
      UPDATE cards.card_order
         SET batch_id = :batchId, version = version + 1
       WHERE id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
         AND state = 'APPROVED'
         AND batch_id IS NULL
      """)
  int putIntoBatch(String ids, UUID batchId);

  @Query(
      """
      UPDATE cards.card_order
         SET state = 'FULFILLED', handed_over_at = :at, version = version + 1
       WHERE id = :id
         AND state = 'APPROVED'
         AND version = :version
      """)
  int markFulfilled(UUID id, Instant at, int version);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM cards.card_order
         WHERE batch_id = :batchId
           AND state <> 'FULFILLED')
      """)
  boolean isAnyOpenIn(UUID batchId);
}
