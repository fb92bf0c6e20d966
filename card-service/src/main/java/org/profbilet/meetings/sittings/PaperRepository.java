package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Papers: added and read, never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaperRepository extends GenericRepository<PaperRow, UUID> {

  void save(PaperRow paper);

  Optional<PaperRow> findById(UUID id);

  @Query(
      """
      SELECT id, sitting_id, organisation_id, kind, version, made_at, made_by, words, hash, request_hash
        FROM meetings.paper
       WHERE sitting_id = :sittingId
       ORDER BY made_at, id
      """)
  List<PaperRow> listOf(UUID sittingId);
}
