package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChairChangeRepository extends GenericRepository<Appointment, UUID> {

  /** Figures of a primary for the one who stands above it. */
  @Introspected
  record Counts(int people, int consents, int cardsToIssue, int openOrders) {}

  @Query(
      """
      SELECT people, consents, cards_to_issue, open_orders
        FROM access.counts_of(:primaryId, :day)
      """)
  Counts count(UUID primaryId, LocalDate day);

  @Query(
      """
      INSERT INTO access.chair_change (
        id, primary_id, appointment_id, former_name, people, consents, cards_to_issue, open_orders,
        changed_by, changed_at)
      VALUES (
        :id, :primaryId, :appointmentId, :formerName, :people, :consents, :cardsToIssue, :openOrders,
        :changedBy, :changedAt)
      """)
  int insert(
      UUID id,
      UUID primaryId,
      UUID appointmentId,
      @Nullable String formerName,
      int people,
      int consents,
      int cardsToIssue,
      int openOrders,
      UUID changedBy,
      Instant changedAt);

  @Query(
      """
      SELECT c.id, c.primary_id, c.appointment_id, c.former_name, account.display_name AS new_name,
             c.people, c.consents, c.cards_to_issue, c.open_orders, c.changed_at
        FROM access.chair_change c
        JOIN access.appointment a
          ON a.id = c.appointment_id
        JOIN accounts.account account
          ON account.id = a.account_id
       WHERE c.id = :id
         AND c.primary_id = :primaryId
      """)
  Optional<ChairChange> find(UUID id, UUID primaryId);
}
