package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
       WHERE person_id IN (SELECT unnest(CAST(string_to_array(:personIds, ',') AS uuid[])))
         AND text_id = :textId
      """)
  List<Sheet> list(String personIds, UUID textId);

  /** The same sheets again are the list there is. */
  @Query(
      """
      INSERT INTO consents.print_list (id, primary_id, text_id, content_hash, printed_at)
      VALUES (:id, :primaryId, :textId, :contentHash, :printedAt)
      ON CONFLICT (primary_id, content_hash) DO NOTHING
      """)
  int insertList(UUID id, UUID primaryId, UUID textId, String contentHash, Instant printedAt);

  @Query(
      """
      INSERT INTO consents.print_list_sheet (list_id, sheet_id, primary_id)
      SELECT :listId, new.sheet_id, :primaryId
        FROM unnest(CAST(string_to_array(:sheetIds, ',') AS uuid[])) AS new (sheet_id)
      """)
  void fillList(UUID listId, String sheetIds, UUID primaryId);

  @Query(
      "SELECT number FROM consents.print_list WHERE primary_id = :primaryId AND content_hash = :contentHash")
  int getListNumber(UUID primaryId, String contentHash);

  /** The newest list that this sheet was printed in. */
  @Query(
      """
      SELECT max(l.number)
        FROM consents.print_list l
        JOIN consents.print_list_sheet s
          ON s.list_id = l.id
       WHERE l.primary_id = :primaryId
         AND s.sheet_id = :sheetId
      """)
  Optional<Integer> findListNumber(UUID primaryId, UUID sheetId);

  @Query(
      """
      SELECT l.number, t.purpose, t.version, l.printed_at
        FROM consents.print_list l
        JOIN consents.text t
          ON t.id = l.text_id
       WHERE l.primary_id = :primaryId
         AND l.number = :number
      """)
  Optional<PrintedList> findList(UUID primaryId, int number);

  @Query(
      """
      SELECT s.person_id
        FROM consents.print_list l
        JOIN consents.print_list_sheet p
          ON p.list_id = l.id
        JOIN consents.sheet s
          ON s.id = p.sheet_id
       WHERE l.primary_id = :primaryId
         AND l.number = :number
      """)
  List<UUID> listPeople(UUID primaryId, int number);

  /** Sheets that were printed together. */
  @Introspected
  record PrintedList(int number, Purpose purpose, String version, Instant printedAt) {}
}
