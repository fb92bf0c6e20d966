package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TextRepository extends GenericRepository<ConsentText, UUID> {

  @Query(
      """
      SELECT id, purpose, version, title, body, sha256, effective_from, effective_until
        FROM consents.text
       WHERE purpose = :purpose
         AND effective_from <= :day
         AND (effective_until IS NULL OR effective_until > :day)
      """)
  Optional<ConsentText> findInForce(Purpose purpose, LocalDate day);
}
