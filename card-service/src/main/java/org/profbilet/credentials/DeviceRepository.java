package org.profbilet.credentials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeviceRepository extends GenericRepository<DeviceRow, UUID> {

  void save(DeviceRow device);

  Optional<DeviceRow> findById(UUID id);

  @Query("SELECT credentials.device_owner(:id)")
  Optional<UUID> findOwner(UUID id);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM credentials.device
         WHERE (door_x = :doorX AND door_y = :doorY)
            OR (member_x = :memberX AND member_y = :memberY))
      """)
  boolean existsWithKey(String doorX, String doorY, String memberX, String memberY);

  @Query(
      """
      SELECT id
        FROM credentials.device
       WHERE person_id = :personId
         AND revoked_at IS NULL
       ORDER BY enrolled_at DESC, id DESC
      """)
  List<UUID> listTrusted(UUID personId);

  @Query(
      """
      UPDATE credentials.device
         SET last_proof_at = :madeAt
       WHERE id = :id
         AND last_proof_at < :madeAt
         AND revoked_at IS NULL
      """)
  int markProof(UUID id, long madeAt);

  @Query(
      """
      UPDATE credentials.device
         SET revoked_at = :at
       WHERE id = :id
         AND revoked_at IS NULL
      """)
  int markRevoked(UUID id, Instant at);
}
