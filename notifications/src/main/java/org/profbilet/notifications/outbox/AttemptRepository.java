package org.profbilet.notifications.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<Attempt, UUID> {

  void save(Attempt attempt);

  @Query(
      """
      SELECT id, delivery_id, person_id, channel, contact_id, provider, consent_version, gate_at,
             phase, state, provider_message, error, created_at, ended_at
        FROM notifications.attempt
       WHERE delivery_id = :deliveryId
       ORDER BY created_at, id
      """)
  List<Attempt> listOf(UUID deliveryId);

  /** From here on the database itself holds the consent until the transaction ends. */
  @Query(
      """
      UPDATE notifications.attempt
         SET phase = 'HANDING_OVER', provider = :provider, consent_version = :consentVersion, gate_at = :at
       WHERE id = :id
         AND phase = 'INTENT'
      """)
  int markHandingOver(UUID id, String provider, int consentVersion, Instant at);

  @Query(
      """
      UPDATE notifications.attempt
         SET phase = 'ENDED', state = :state, provider_message = :providerMessage, error = :error,
             ended_at = :at
       WHERE id = :id
         AND phase <> 'ENDED'
      """)
  int markEnded(
      UUID id, String state, @Nullable String providerMessage, @Nullable String error, Instant at);
}
