package org.profbilet.cards.production;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BatchReader extends GenericRepository<Batch, UUID> {

  @Query(
      """
      SELECT b.id, b.number, b.region_id, region.short_name AS region_name, b.state, b.card_count,
             b.created_at
        FROM cards.batch b
        JOIN organisations.organisation region
          ON region.id = b.region_id
        JOIN organisations.organisation above
          ON region.position BETWEEN above.position AND above.last_position
       WHERE above.id = :organisationId
       ORDER BY b.number DESC
      """)
  List<BatchSummary> listWithin(UUID organisationId);

  @Query(
      """
      SELECT region.id AS region_id, region.short_name AS region_name, count(*) AS orders,
             sum(k.card_count) AS cards
        FROM cards.card_order k
        JOIN organisations.organisation region
          ON region.id = k.region_id
       WHERE k.state = 'APPROVED'
         AND k.batch_id IS NULL
       GROUP BY region.id, region.short_name
       ORDER BY region.short_name COLLATE "ru-x-icu"
      """)
  List<WaitingCards> listWaiting();

  @Query(
      """
      SELECT c.ticket_number, c.serial, c.printed_last_name AS last_name, c.printed_first_name AS first_name,
             c.printed_middle_name AS middle_name, region.name AS region_name, p.inpo
        FROM cards.card_order k
        JOIN cards.card c
          ON c.order_id = k.id
        JOIN organisations.organisation p
          ON p.id = k.primary_id
        JOIN organisations.organisation region
          ON region.id = k.region_id
       WHERE k.batch_id = :batchId
         AND c.status = 'IN_PRODUCTION'
       ORDER BY region.position, p.position, c.printed_last_name COLLATE "ru-x-icu",
                c.printed_first_name COLLATE "ru-x-icu", c.printed_middle_name COLLATE "ru-x-icu",
                c.ticket_number
      """)
  List<PrintedCard> listPrinted(UUID batchId);
}
