package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SheetRepository extends GenericRepository<Sheet, UUID> {

  @Query(
      """
      INSERT INTO consents.sheet (id, person_id, primary_id, text_id, printed_at)
      SELECT new.id, new.person_id, :primaryId, :textId, :printedAt
        FROM unnest(
               CAST(string_to_array(:ids, ',') AS uuid[]),
               CAST(string_to_array(:personIds, ',') AS uuid[])) AS new (id, person_id)
       ORDER BY new.person_id
      ON CONFLICT (person_id, text_id) DO NOTHING
      """)
  void insertMissing(String ids, String personIds, UUID primaryId, UUID textId, Instant printedAt);

  @Query(
      """
      SELECT id, person_id
        FROM consents.sheet
       WHERE person_id = ANY (CAST(string_to_array(:personIds, ',') AS uuid[]))
         AND text_id = :textId
      """)
  List<Sheet> list(String personIds, UUID textId);
}
