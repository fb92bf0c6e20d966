package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VerificationAddressRepository extends GenericRepository<Decision, UUID> {

  @Query(
      """
      SELECT id, value
        FROM contacts.contact
       WHERE person_id = :personId
         AND kind = 'EMAIL'
         AND replaced_at IS NULL
         AND state = 'GOOD'
         AND (NOT shared OR verified_at IS NOT NULL)
      """)
  Optional<Found> findEmail(UUID personId);

  /** An address on record. */
  @Introspected
  record Found(UUID id, String value) {
    @Override
    public String toString() {
      return "Found[" + id + "]";
    }
  }
}
