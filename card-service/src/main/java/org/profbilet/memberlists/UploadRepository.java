package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
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

/** Sent files while they are worked with, and what a primary calls its columns. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UploadRepository extends GenericRepository<UploadRepository.Row, UUID> {

  /** Names the table for the repository. */
  @MappedEntity(value = "upload", schema = "memberlists")
  record Row(@Id UUID id) {}

  /** A file as it was sent, in base 64, and what the chair said of its columns. */
  @Introspected
  record Sent(String content, String named) {}

  /** A name of a column, and the column of the form that it stands for; empty for none. */
  @Introspected
  record Remembered(String name, String formColumn) {}

  @Query(
      """
      INSERT INTO memberlists.upload (id, primary_id, created_at, content, sha256, named)
      VALUES (:id, :primaryId, :at, :content, :sha256, CAST(:named AS jsonb))
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(UUID id, UUID primaryId, Instant at, byte[] content, String sha256, String named);

  @Query(
      """
      SELECT encode(content, 'base64') AS content, CAST(named AS text) AS named
        FROM memberlists.upload
       WHERE id = :id
         AND primary_id = :primaryId
      """)
  Optional<Sent> find(UUID id, UUID primaryId);

  @Query("SELECT sha256 FROM memberlists.upload WHERE id = :id AND primary_id = :primaryId")
  Optional<String> findSha256(UUID id, UUID primaryId);

  @Query(
      """
      SELECT count(*)
        FROM memberlists.upload
       WHERE primary_id = :primaryId
         AND created_at > :since
      """)
  int countSince(UUID primaryId, Instant since);

  @Query(
      """
      DELETE FROM memberlists.upload
       WHERE primary_id = :primaryId
         AND sha256 = :sha256
      """)
  int delete(UUID primaryId, String sha256);

  @Query(
      """
      SELECT name, form_column
        FROM memberlists.remembered_column
       WHERE primary_id = :primaryId
      """)
  List<Remembered> listRemembered(UUID primaryId);

  @Query(
      """
      INSERT INTO memberlists.remembered_column (primary_id, name, form_column)
      SELECT :primaryId, new.key, new.value
        FROM jsonb_each_text(CAST(:named AS jsonb)) AS new (key, value)
      ON CONFLICT (primary_id, name) DO UPDATE
        SET form_column = EXCLUDED.form_column
      """)
  int remember(UUID primaryId, String named);
}
