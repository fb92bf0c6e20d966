package org.profbilet.members.corrections;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CorrectionRepository extends GenericRepository<CorrectionRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "correction", schema = "members")
  record Row(@Id UUID id) {}

  String COLUMNS =
      """
      SELECT c.id, c.person_id, concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS person_name,
             CAST(c.changes AS text) AS changes, c.note, c.state, c.request_hash, c.proposed_at, c.answered_at, c.reason
        FROM members.correction c
        JOIN members.person p
          ON p.id = c.person_id
      """;

  @Query(
      """
      INSERT INTO members.correction (id, person_id, primary_id, changes, note, request_hash, proposed_at)
      SELECT :id, p.id, p.primary_id, CAST(:changes AS jsonb), :note, :requestHash, :at
        FROM members.person p
       WHERE p.id = :personId
      """)
  int propose(
      UUID id,
      UUID personId,
      String changes,
      @Nullable String note,
      String requestHash,
      Instant at);

  @Query("SELECT count(*) FROM members.correction WHERE person_id = :personId AND state = 'OPEN'")
  int countOpen(UUID personId);

  @Query(COLUMNS + " WHERE c.id = :id AND c.person_id = :personId")
  Optional<CorrectionRow> findOwn(UUID id, UUID personId);

  @Query(COLUMNS + " WHERE c.person_id = :personId ORDER BY c.proposed_at DESC, c.id LIMIT 50")
  List<CorrectionRow> listOwn(UUID personId);

  @Query(
      COLUMNS
          + " WHERE c.primary_id = :primaryId AND c.state = 'OPEN' ORDER BY c.proposed_at, c.id LIMIT 500")
  List<CorrectionRow> listOpen(UUID primaryId);

  @Query(COLUMNS + " WHERE c.id = :id AND c.primary_id = :primaryId FOR UPDATE OF c")
  Optional<CorrectionRow> hold(UUID id, UUID primaryId);

  @Query(
      """
      UPDATE members.correction
         SET state = :state, answered_by = :accountId, answered_at = :at, reason = :reason
       WHERE id = :id
         AND state = 'OPEN'
      """)
  int answer(UUID id, String state, UUID accountId, Instant at, @Nullable String reason);

  @Query("SELECT primary_id FROM members.person WHERE id = :personId AND merged_into IS NULL")
  Optional<UUID> findPrimary(UUID personId);

  @Query("SELECT name FROM organisations.organisation WHERE id = :primaryId")
  String nameOfPrimary(UUID primaryId);
}
