package org.profbilet.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DelegationRepository extends GenericRepository<Delegation, UUID> {

  void save(Delegation delegation);

  Optional<Delegation> findById(UUID id);

  /** The one that was not revoked; its term may be over. */
  @Query(
      """
      SELECT id, primary_id, office_id, valid_from, valid_until, given_by, given_at, revoked_by, revoked_at
        FROM access.delegation
       WHERE primary_id = :primaryId
         AND revoked_at IS NULL
      """)
  Optional<Delegation> findLiving(UUID primaryId);

  @Query(
      """
      UPDATE access.delegation
         SET revoked_by = :accountId,
             revoked_at = :at
       WHERE primary_id = :primaryId
         AND revoked_at IS NULL
      """)
  int markRevoked(UUID primaryId, UUID accountId, Instant at);
}
