package org.profbilet.accounts;

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
      SELECT id, account_id, token_hash, previous_token_hash, rotated_at, expires_at, ended_at, created_at
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

  /** Whether the password must be changed first; empty where the session is not alive. */
  @Query(
      """
      SELECT account.must_change_password
        FROM accounts.session session
        JOIN accounts.account account
          ON account.id = session.account_id
       WHERE session.id = :id
         AND session.ended_at IS NULL
         AND session.expires_at > :now
      """)
  Optional<Boolean> findPasswordChangeRequired(UUID id, Instant now);
}
