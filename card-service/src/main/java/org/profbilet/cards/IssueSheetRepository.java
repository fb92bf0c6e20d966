package org.profbilet.cards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IssueSheetRepository extends GenericRepository<CardRow, UUID> {

  @Query(
      """
      INSERT INTO cards.issue_sheet (id, primary_id, card_ids, printed_at)
      VALUES (:id, :primaryId, CAST(string_to_array(:cardIds, ',') AS uuid[]), :printedAt)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(UUID id, UUID primaryId, String cardIds, Instant printedAt);

  @Query(
      """
      SELECT unnest(card_ids)
        FROM cards.issue_sheet
       WHERE id = :id
         AND primary_id = :primaryId
      """)
  List<UUID> listCards(UUID id, UUID primaryId);
}
