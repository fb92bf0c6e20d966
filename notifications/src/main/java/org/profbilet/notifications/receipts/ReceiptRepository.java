package org.profbilet.notifications.receipts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReceiptRepository extends GenericRepository<ReceiptRepository.Ended, UUID> {

  /** A delivery that a receipt has ended, and whose address was tried when. */
  @MappedEntity(value = "receipt", schema = "notifications")
  record Ended(
      @Id UUID deliveryId, UUID personId, UUID contactId, Instant triedAt, Outcome outcome) {}

  @Query(
      """
      INSERT INTO notifications.receipt (id, provider, provider_message, outcome, detail, received_at)
      VALUES (:id, :provider, :providerMessage, :outcome, :detail, :at)
          ON CONFLICT DO NOTHING
      """)
  int keep(
      UUID id, String provider, String providerMessage, String outcome, String detail, Instant at);

  @Query(
      """
      SELECT delivery_id, person_id, contact_id, tried_at, outcome
        FROM notifications.settle_receipts(:at, :most)
      """)
  List<Ended> settle(Instant at, int most);
}
