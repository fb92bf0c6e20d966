package org.profbilet.access;

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
interface SecondFactorResetRepository extends GenericRepository<SecondFactorReset, UUID> {

  void save(SecondFactorReset reset);

  @Query(
      """
      SELECT id, organisation_id, account_id, reason, asked_by, asked_at, from_above, confirmed_by, done_at
        FROM access.second_factor_reset
       WHERE id = :id
         AND organisation_id = :organisationId
         FOR UPDATE
      """)
  Optional<SecondFactorReset> lock(UUID id, UUID organisationId);

  @Query(
      """
      SELECT r.id, lost.display_name, r.reason, asking.display_name AS asked_by, r.asked_at
        FROM access.second_factor_reset r
        JOIN accounts.account lost
          ON lost.id = r.account_id
        JOIN accounts.account asking
          ON asking.id = r.asked_by
       WHERE r.organisation_id = :organisationId
         AND r.done_at IS NULL
         AND r.asked_at > :since
       ORDER BY r.asked_at, r.id
      """)
  List<WaitingReset> listWaiting(UUID organisationId, Instant since);

  @Query(
      """
      UPDATE access.second_factor_reset
         SET confirmed_by = CAST(:confirmedBy AS uuid), done_at = :at
       WHERE id = :id
         AND done_at IS NULL
      """)
  int markDone(UUID id, @Nullable UUID confirmedBy, Instant at);
}
