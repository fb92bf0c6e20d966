package org.profbilet.contacts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeadAddressRepository extends GenericRepository<PushTarget, UUID> {

  @Query(
      """
      UPDATE contacts.push_target
         SET dead_at = :at
       WHERE id = :id
         AND value = :value
         AND dead_at IS NULL
         AND last_seen_at <= :attemptedAt
      """)
  int markTargetDead(UUID id, String value, Instant attemptedAt, Instant at);

  @Query(
      """
      UPDATE contacts.contact
         SET state = 'DEAD'
       WHERE id = :id
         AND value = :value
         AND state = 'GOOD'
         AND (verified_at IS NULL OR verified_at <= :attemptedAt)
      """)
  int markContactDead(UUID id, String value, Instant attemptedAt);

  @Query(
      """
      UPDATE contacts.contact
         SET state = 'DEAD'
       WHERE id = :id
         AND state = 'GOOD'
         AND (verified_at IS NULL OR verified_at <= :attemptedAt)
      """)
  int markContactDead(UUID id, Instant attemptedAt);
}
