package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadingRepository extends GenericRepository<Reading, UUID> {

  void save(Reading reading);

  Optional<Reading> findById(UUID id);

  @Query(
      """
      SELECT id, account_id, office_id, primary_id, reason, opened_at, closes_at
        FROM access.reading
       WHERE account_id = :accountId
         AND closes_at > :now
      """)
  Optional<Reading> findOpen(UUID accountId, Instant now);

  @Query(
      """
      UPDATE access.reading
         SET closes_at = :now
       WHERE account_id = :accountId
         AND closes_at > :now
      """)
  int markClosed(UUID accountId, Instant now);

  @Query(
      """
      INSERT INTO access.rows_read AS r (account_id, day, rows)
      VALUES (:accountId, :day, :rows)
      ON CONFLICT (account_id, day) DO UPDATE
        SET rows = r.rows + EXCLUDED.rows
      """)
  int addRows(UUID accountId, LocalDate day, int rows);

  @Query("SELECT rows FROM access.rows_read WHERE account_id = :accountId AND day = :day")
  int countRows(UUID accountId, LocalDate day);
}
