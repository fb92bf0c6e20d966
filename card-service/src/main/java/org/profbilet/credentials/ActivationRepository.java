package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
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
interface ActivationRepository extends GenericRepository<ActivationRow, UUID> {

  /** Whom a ticket number or an offer leads to. */
  @Introspected
  record Knock(UUID activationId, UUID personId) {}

  void save(ActivationRow activation);

  Optional<ActivationRow> findById(UUID id);

  @Query("SELECT activation_id, person_id FROM credentials.knock(:ticket, :offerHash)")
  List<Knock> knock(String ticket, String offerHash);

  @Query(
      """
      SELECT id, person_id, primary_id, ticket_number, origin, offer_hash, code_hash, created_by,
             created_at, expires_at, failed_attempts, used_at, replaced_at
        FROM credentials.activation
       WHERE id = :id
         FOR UPDATE
      """)
  Optional<ActivationRow> lock(UUID id);

  @Query(
      """
      UPDATE credentials.activation
         SET replaced_at = :at
       WHERE person_id = :personId
         AND used_at IS NULL
         AND replaced_at IS NULL
      """)
  int markReplaced(UUID personId, Instant at);

  @Query(
      """
      UPDATE credentials.activation
         SET failed_attempts = failed_attempts + 1
       WHERE id = :id
      """)
  int markFailed(UUID id);

  @Query("UPDATE credentials.activation SET used_at = :at WHERE id = :id AND used_at IS NULL")
  int markUsed(UUID id, Instant at);

  @Query(
      """
      UPDATE credentials.activation
         SET code_hash = :codeHash
       WHERE id = :id
         AND used_at IS NULL
         AND replaced_at IS NULL
      """)
  int markCodeMade(UUID id, String codeHash);

  @Query(
      """
      SELECT count(*)
        FROM credentials.activation
       WHERE person_id = :personId
         AND origin = 'CONTACT'
         AND created_at > :since
      """)
  int countCodesAskedSince(UUID personId, Instant since);

  @Query("SELECT credentials.ask_for_code(:ticket, :birthDate)")
  Optional<UUID> findByTicketAndBirth(String ticket, LocalDate birthDate);
}
