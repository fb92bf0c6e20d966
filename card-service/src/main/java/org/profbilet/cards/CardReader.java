package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CardReader extends GenericRepository<CardRow, UUID> {

  @Query(
      """
      SELECT id, person_id, order_id, printed_last_name AS last_name, printed_first_name AS first_name,
             printed_middle_name AS middle_name, ticket_number, serial, medium, status, issued_on
        FROM cards.card
       WHERE primary_id = :primaryId
       ORDER BY printed_last_name COLLATE "ru-x-icu", printed_first_name COLLATE "ru-x-icu",
                printed_middle_name COLLATE "ru-x-icu", ticket_number, serial
      """)
  List<CardSummary> listOfPrimary(UUID primaryId);

  @Query(
      """
      SELECT id, person_id, order_id, printed_last_name AS last_name, printed_first_name AS first_name,
             printed_middle_name AS middle_name, ticket_number, serial, medium, status, issued_on
        FROM cards.card
       WHERE primary_id = :primaryId
         AND id = :id
      """)
  Optional<CardSummary> findOfPrimary(UUID primaryId, UUID id);

  @Query(
      """
      SELECT s.at, s.from_status, s.to_status, s.reason, s.account_id, o.short_name AS organisation
        FROM cards.card_step s
        LEFT JOIN organisations.organisation o
          ON o.id = s.organisation_id
       WHERE s.card_id = :cardId
       ORDER BY s.at, s.id
      """)
  List<CardStep> listSteps(UUID cardId);
}
