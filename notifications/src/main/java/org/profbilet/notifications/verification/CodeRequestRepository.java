package org.profbilet.notifications.verification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CodeRequestRepository extends GenericRepository<CodeRequest, UUID> {

  @Query(
      """
      INSERT INTO notifications.code_request (activation_id, person_id, due_at, expires_at)
      VALUES (:activationId, :personId, :dueAt, :expiresAt)
          ON CONFLICT DO NOTHING
      """)
  int add(UUID activationId, UUID personId, Instant dueAt, Instant expiresAt);

  @Query(
      """
      SELECT activation_id, person_id, attempts
        FROM notifications.claim_codes(:now, :owner, :until, :most)
      """)
  List<CodeRequest> claim(Instant now, UUID owner, Instant until, int most);

  @Query("SELECT notifications.hold_code(:id, :owner)")
  boolean hold(UUID id, UUID owner);

  @Query("SELECT notifications.settle_code(:id, :owner, :state, :due)")
  int settle(UUID id, UUID owner, String state, @Nullable Instant due);

  @Query("SELECT notifications.end_codes(:now)")
  int end(Instant now);
}
