package org.profbilet.cards.production;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HopRepository extends GenericRepository<Batch, UUID> {

  @Query(
      """
      INSERT INTO cards.hop (
        id, batch_id, order_id, to_status, expected, counted, missing, reference, at, account_id, organisation_id)
      VALUES (
        :id, :batchId, :orderId, :toStatus, :expected, :counted, :missing, :reference, :at, :accountId,
        :organisationId)
      """)
  int insert(
      UUID id,
      UUID batchId,
      @Nullable UUID orderId,
      String toStatus,
      int expected,
      int counted,
      int missing,
      @Nullable String reference,
      Instant at,
      UUID accountId,
      UUID organisationId);

  @Query(
      """
      SELECT h.to_status, k.number AS order_number, h.expected, h.counted, h.missing, h.reference, h.at,
             o.short_name AS organisation
        FROM cards.hop h
        JOIN organisations.organisation o
          ON o.id = h.organisation_id
        LEFT JOIN cards.card_order k
          ON k.id = h.order_id
       WHERE h.batch_id = :batchId
       ORDER BY h.at, h.id
      """)
  List<Hop> listOfBatch(UUID batchId);

  /** What ended on its way; numbers only. The transaction's scope must hold the orders. */
  @Query(
      """
      SELECT c.ticket_number || '-' || c.serial AS copy, c.status, p.short_name AS primary_name
        FROM cards.card_order k
        JOIN cards.card c
          ON c.order_id = k.id
        JOIN organisations.organisation p
          ON p.id = k.primary_id
       WHERE k.batch_id = :batchId
         AND c.status IN ('DEFECTIVE', 'LOST_IN_TRANSIT')
       ORDER BY p.position, copy
      """)
  List<MissingCopy> listMissing(UUID batchId);

  /** Cards that the next count of the batch is about: not those that ended or were handed out. */
  @Query(
      """
      SELECT count(*)
        FROM cards.card_order k
        JOIN cards.card c
          ON c.order_id = k.id
       WHERE k.batch_id = :batchId
         AND c.status IN ('IN_PRODUCTION', 'PRODUCED', 'SHIPPED')
      """)
  int countOnTheWay(UUID batchId);

  @Query(
      """
      SELECT k.id AS order_id, k.number, p.inpo, p.short_name AS primary_name, payer.short_name AS payer_name,
             count(c.id) AS cards, min(c.ticket_number) AS first_number, max(c.ticket_number) AS last_number
        FROM cards.card_order k
        JOIN organisations.organisation p
          ON p.id = k.primary_id
        JOIN organisations.organisation payer
          ON payer.id = k.payer_id
        JOIN cards.card c
          ON c.order_id = k.id
       WHERE k.batch_id = :batchId
         AND c.status NOT IN ('CANCELLED', 'ANNULLED', 'DEFECTIVE', 'LOST_IN_TRANSIT')
       GROUP BY k.id, k.number, p.inpo, p.short_name, p.position, payer.short_name
       ORDER BY p.position, k.number
      """)
  List<Pack> listPacks(UUID batchId);

  @Query(
      """
      SELECT c.ticket_number || '-' || c.serial
        FROM cards.card c
       WHERE c.order_id = :orderId
         AND c.status NOT IN ('CANCELLED', 'ANNULLED', 'DEFECTIVE', 'LOST_IN_TRANSIT')
       ORDER BY c.printed_last_name COLLATE "ru-x-icu", c.printed_first_name COLLATE "ru-x-icu",
                c.printed_middle_name COLLATE "ru-x-icu", c.ticket_number
      """)
  List<String> listCopies(UUID orderId);
}
