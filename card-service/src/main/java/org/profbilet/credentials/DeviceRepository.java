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

  /** 0 where one of the keys serves a phone already, whosever it is. */
  @Query(
      """
      INSERT INTO credentials.device (
        id, person_id, primary_id, activation_id, name, door_x, door_y, member_x, member_y,
        last_proof_at, enrolled_at, request_hash)
      VALUES (
        :id, :personId, :primaryId, :activationId, :name, :doorX, :doorY, :memberX, :memberY,
        0, :enrolledAt, :requestHash)
      ON CONFLICT DO NOTHING
      """)
  int insert(
      UUID id,
      UUID personId,
      UUID primaryId,
      UUID activationId,
      String name,
      String doorX,
      String doorY,
      String memberX,
      String memberY,
      Instant enrolledAt,
      String requestHash);

  Optional<DeviceRow> findById(UUID id);

  @Query("SELECT credentials.device_owner(:id)")
  Optional<UUID> findOwner(UUID id);

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
      SELECT id, name, enrolled_at, last_proof_at
        FROM credentials.device
       WHERE person_id = :personId
         AND revoked_at IS NULL
       ORDER BY enrolled_at DESC, id DESC
      """)
  List<OwnPhone> listPhones(UUID personId);

  /** Whoever asks for fresh credentials at the same moment waits and gets the same. */
  @Query("SELECT id FROM credentials.device WHERE id = :id FOR UPDATE")
  Optional<UUID> lock(UUID id);

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
