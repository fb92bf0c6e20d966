package org.profbilet.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountActivationRepository extends GenericRepository<Activation, UUID> {

  void save(Activation activation);

  Optional<Activation> findById(UUID id);

  @Query(
      """
      SELECT a.id, a.account_id, a.expires_at, a.failed_attempts, a.used_at, a.replaced_at, a.created_by,
             a.created_at
        FROM accounts.activation a
        JOIN accounts.account account
          ON account.id = a.account_id
       WHERE account.login = :login
         AND a.used_at IS NULL
         AND a.replaced_at IS NULL
         FOR UPDATE OF a
      """)
  Optional<Activation> lockOpen(String login);

  @Query(
      """
      UPDATE accounts.activation
         SET replaced_at = :at
       WHERE account_id = :accountId
         AND used_at IS NULL
         AND replaced_at IS NULL
      """)
  int markReplaced(UUID accountId, Instant at);

  @Query("UPDATE accounts.activation SET used_at = :at WHERE id = :id AND used_at IS NULL")
  int markUsed(UUID id, Instant at);

  @Query("UPDATE accounts.activation SET failed_attempts = failed_attempts + 1 WHERE id = :id")
  int markFailed(UUID id);
}
