package org.profbilet.consents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AdsRepository extends GenericRepository<Decision, UUID> {

  /** Who never said no wants it as far as she agreed to it. */
  @Query(
      """
      SELECT coalesce((SELECT wanted
                         FROM consents.ads_decision
                        WHERE person_id = :personId
                        ORDER BY version DESC
                        LIMIT 1), true)
      """)
  boolean areWanted(UUID personId);

  /** The database numbers it, after it has waited for every sender that holds a consent of hers. */
  @Query(
      """
      INSERT INTO consents.ads_decision (
        id, person_id, wanted, version, evidence, device_id, device_key, recorded_at)
      VALUES (:id, :personId, :wanted, 0, :evidence, :deviceId, :deviceKey, :at)
      """)
  int insert(
      UUID id,
      UUID personId,
      boolean wanted,
      Evidence.Kind evidence,
      @Nullable UUID deviceId,
      @Nullable String deviceKey,
      Instant at);
}
