package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrderReader extends GenericRepository<CardOrder, UUID> {

  /**
   * Orders of the primaries at or below an organisation; the interval answers for any level. A
   * draft is its chair's own.
   */
  @Query(
      """
      SELECT k.id, k.number, k.primary_id, p.short_name AS primary_name, p.inpo AS primary_inpo, k.payer_id,
             payer.short_name AS payer_name, k.state, k.card_count, k.price_kopecks, k.sum_kopecks,
             k.return_reason, k.batch_id, b.state AS batch_state, k.handed_over_at, k.created_at
        FROM organisations.organisation above
        JOIN organisations.organisation p
          ON p.position BETWEEN above.position AND above.last_position
        JOIN cards.card_order k
          ON k.primary_id = p.id
        JOIN organisations.organisation payer
          ON payer.id = k.payer_id
        LEFT JOIN cards.batch b
          ON b.id = k.batch_id
       WHERE above.id = :organisationId
         AND (k.state <> 'DRAFT' OR k.primary_id = :organisationId)
         AND (CAST(:state AS text) IS NULL OR k.state = CAST(:state AS text))
       ORDER BY k.number DESC
      """)
  List<OrderSummary> listWithin(UUID organisationId, @Nullable OrderState state);
}
