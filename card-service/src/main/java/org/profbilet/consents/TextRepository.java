package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TextRepository extends GenericRepository<ConsentText, UUID> {

  @Query(
      """
      SELECT id, purpose, version, title, body, sha256, effective_from, keeps_earlier, covers_ads
        FROM consents.text
       WHERE purpose = :purpose
         AND effective_from <= :day
       ORDER BY effective_from DESC
       LIMIT 1
      """)
  Optional<ConsentText> findInForce(Purpose purpose, LocalDate day);

  @Query(
      """
      SELECT id, purpose, version, title, body, sha256, effective_from, keeps_earlier, covers_ads
        FROM consents.text
       WHERE purpose = :purpose
         AND version = :version
      """)
  Optional<ConsentText> find(Purpose purpose, String version);

  @Query(
      """
      SELECT id, purpose, version, title, body, sha256, effective_from, keeps_earlier, covers_ads
        FROM consents.text
       ORDER BY purpose, effective_from
      """)
  List<ConsentText> list();

  /** One publication of a purpose at a time. */
  @Query("SELECT CAST(pg_advisory_xact_lock(hashtextextended('consents.text', 0)) AS text)")
  String lock();

  @Query(
      """
      INSERT INTO consents.text (
        id, purpose, version, title, body, sha256, effective_from, keeps_earlier, covers_ads, published_by,
        published_at)
      VALUES (
        :id, :purpose, :version, :title, :body, encode(sha256(convert_to(:body, 'UTF8')), 'hex'),
        :effectiveFrom, :keepsEarlier, :coversAds, :publishedBy, :publishedAt)
      """)
  void insert(
      UUID id,
      Purpose purpose,
      String version,
      String title,
      String body,
      LocalDate effectiveFrom,
      boolean keepsEarlier,
      boolean coversAds,
      UUID publishedBy,
      Instant publishedAt);
}
