package org.profbilet.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<Session, UUID> {

  void save(Session session);

  /** The session whose newest or last but one token this is, locked. */
  @Query(
      """
      SELECT id, account_id, token_hash, previous_token_hash, rotated_at, expires_at, ended_at, created_at,
             second_factor_at
        FROM accounts.session
       WHERE token_hash = :tokenHash
          OR previous_token_hash = :tokenHash
         FOR UPDATE
      """)
  Optional<Session> lockByToken(String tokenHash);

  @Query(
      """
      UPDATE accounts.session
         SET previous_token_hash = token_hash,
             token_hash = :tokenHash,
             rotated_at = :at,
             expires_at = :expiresAt
       WHERE id = :id
      """)
  int markRotated(UUID id, String tokenHash, Instant at, Instant expiresAt);

  @Query("UPDATE accounts.session SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
  int markEnded(UUID id, Instant at);

  @Query(
      """
      UPDATE accounts.session
         SET ended_at = :at
       WHERE account_id = :accountId
         AND ended_at IS NULL
      """)
  int markAllEnded(UUID accountId, Instant at);

  /** What still stands before the session; empty where it is not alive. */
  @Query(
      """
      SELECT account.must_change_password,
             session.second_factor_at IS NOT NULL AS second_factor_passed,
             EXISTS (SELECT 1
                       FROM accounts.second_factor factor
                      WHERE factor.account_id = account.id
                        AND factor.confirmed_at IS NOT NULL
                        AND factor.ended_at IS NULL) AS second_factor_confirmed
        FROM accounts.session session
        JOIN accounts.account account
          ON account.id = session.account_id
       WHERE session.id = :id
         AND session.ended_at IS NULL
         AND session.expires_at > :now
      """)
  Optional<Living> findLiving(UUID id, Instant now);

  /** The second factor of the old session stays passed in the new one. */
  @Query(
      """
      UPDATE accounts.session
         SET second_factor_at = (SELECT before.second_factor_at
                                   FROM accounts.session before
                                  WHERE before.id = :beforeId)
       WHERE id = :id
      """)
  int copySecondFactor(UUID beforeId, UUID id);

  /** A living session and its account. */
  @Introspected
  record Living(
      boolean mustChangePassword, boolean secondFactorPassed, boolean secondFactorConfirmed) {}
}
