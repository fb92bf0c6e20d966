package org.profbilet.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<Account, UUID> {

  void save(Account account);

  Optional<Account> findById(UUID id);

  Optional<Account> findByLogin(String login);

  /** Locked, so that parallel guesses of one password are counted one after another. */
  @Query(
      """
      SELECT id, login, display_name, password_hash, must_change_password, failed_attempts,
             locked_until, created_at
        FROM accounts.account
       WHERE login = :login
         FOR UPDATE
      """)
  Optional<Account> lockByLogin(String login);

  @Query(
      """
      UPDATE accounts.account
         SET failed_attempts = :failedAttempts,
             locked_until = :lockedUntil
       WHERE id = :id
      """)
  int markAttempts(UUID id, int failedAttempts, @Nullable Instant lockedUntil);

  @Query(
      """
      UPDATE accounts.account
         SET password_hash = :passwordHash,
             must_change_password = false,
             failed_attempts = 0,
             locked_until = NULL
       WHERE id = :id
      """)
  int markPassword(UUID id, String passwordHash);

  @Query("SELECT EXISTS (SELECT 1 FROM accounts.account)")
  boolean existsAny();
}
