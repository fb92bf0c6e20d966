package org.profbilet.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecondFactorRepository extends GenericRepository<SecondFactor, UUID> {

  void save(SecondFactor secondFactor);

  /** The confirmed one first, then the newest; locked, so that guesses are counted one by one. */
  @Query(
      """
      SELECT id, account_id, created_at, confirmed_at, ended_at, last_step, failed_attempts, locked_until
        FROM accounts.second_factor
       WHERE account_id = :accountId
         AND ended_at IS NULL
       ORDER BY confirmed_at NULLS LAST, created_at DESC, id DESC
         FOR UPDATE
      """)
  List<SecondFactor> lockLiving(UUID accountId);

  @Query(
      """
      UPDATE accounts.second_factor
         SET confirmed_at = coalesce(confirmed_at, :at),
             last_step = :step,
             failed_attempts = 0,
             locked_until = NULL
       WHERE id = :id
      """)
  int markPassed(UUID id, long step, Instant at);

  @Query(
      """
      UPDATE accounts.second_factor
         SET failed_attempts = :failedAttempts,
             locked_until = :lockedUntil
       WHERE id = :id
      """)
  int markAttempts(UUID id, int failedAttempts, @Nullable Instant lockedUntil);

  @Query(
      """
      UPDATE accounts.second_factor
         SET ended_at = :at
       WHERE account_id = :accountId
         AND id <> :exceptId
         AND ended_at IS NULL
      """)
  int markOthersEnded(UUID accountId, UUID exceptId, Instant at);

  @Query(
      """
      UPDATE accounts.second_factor
         SET ended_at = :at
       WHERE account_id = :accountId
         AND ended_at IS NULL
      """)
  int markEnded(UUID accountId, Instant at);

  @Query(
      """
      INSERT INTO accounts.recovery_code (second_factor_id, code_hash)
      VALUES (:secondFactorId, :codeHash)
      """)
  int insertRecoveryCode(UUID secondFactorId, String codeHash);

  @Query(
      """
      UPDATE accounts.recovery_code
         SET used_at = :at
       WHERE second_factor_id = :secondFactorId
         AND code_hash = :codeHash
         AND used_at IS NULL
      """)
  int markRecoveryCodeUsed(UUID secondFactorId, String codeHash, Instant at);

  @Query("UPDATE accounts.session SET second_factor_at = :at WHERE id = :sessionId")
  int markSession(UUID sessionId, Instant at);

  @Query("SELECT second_factor_at FROM accounts.session WHERE id = :sessionId")
  Optional<Instant> findPassedAt(UUID sessionId);
}
