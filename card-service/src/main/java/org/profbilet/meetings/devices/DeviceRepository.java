package org.profbilet.meetings.devices;

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
public interface DeviceRepository extends GenericRepository<DeviceRow, UUID> {

  void save(DeviceRow device);

  Optional<DeviceRow> findById(UUID id);

  /** One scan of a device after another, and none while it is being revoked. */
  @Query(
      """
      SELECT id, meeting_id, invitation_id, name, door, key_x, key_y, enrolled_at, valid_until, revoked_at,
             last_proof_at, last_seen_at, role, lists, queue_length, bundle_made_at, clock_skew_ms, line_count
        FROM meetings.device
       WHERE id = :id
         FOR UPDATE
      """)
  Optional<DeviceRow> lock(UUID id);

  @Query(
      """
      SELECT id, meeting_id, invitation_id, name, door, key_x, key_y, enrolled_at, valid_until, revoked_at,
             last_proof_at, last_seen_at, role, lists, queue_length, bundle_made_at, clock_skew_ms, line_count
        FROM meetings.device
       WHERE meeting_id = :meetingId
       ORDER BY enrolled_at
      """)
  List<DeviceRow> listOf(UUID meetingId);

  @Query(
      """
      UPDATE meetings.device
         SET revoked_at = :at
       WHERE id = :id
         AND meeting_id = :meetingId
         AND revoked_at IS NULL
      """)
  int markRevoked(UUID id, UUID meetingId, Instant at);

  /** Taken only when later than the last one, in one statement: of two equal proofs one serves. */
  @Query(
      """
      UPDATE meetings.device
         SET last_proof_at = :madeAt,
             last_seen_at = :now
       WHERE id = :id
         AND last_proof_at < :madeAt
         AND coalesce(revoked_at, valid_until) > :endedAfter
      """)
  int markProof(UUID id, long madeAt, Instant now, Instant endedAfter);

  /** What a device says of itself when it delivers; what it does not say stays. */
  @Query(
      """
      UPDATE meetings.device
         SET last_seen_at = :now,
             clock_skew_ms = :clockSkewMs,
             queue_length = coalesce(CAST(:queueLength AS integer), queue_length),
             bundle_made_at = coalesce(CAST(:bundleMadeAt AS timestamptz), bundle_made_at)
       WHERE id = :id
      """)
  int markSeen(
      UUID id,
      Instant now,
      long clockSkewMs,
      @Nullable Integer queueLength,
      @Nullable Instant bundleMadeAt);

  @Query(
      """
      SELECT device_seq
        FROM meetings.scan
       WHERE device_id = :id
       ORDER BY device_seq
      """)
  List<Long> listEntered(UUID id);

  @Query(
      """
      INSERT INTO meetings.invitation (
        id, meeting_id, door, role, lists, valid_until, code_hash, expires_at, created_by, created_at)
      VALUES (:id, :meetingId, :door, :role, :lists, :validUntil, :codeHash, :expiresAt, :createdBy, :createdAt)
      ON CONFLICT (id) DO UPDATE
        SET code_hash = EXCLUDED.code_hash,
            expires_at = EXCLUDED.expires_at
        WHERE invitation.meeting_id = EXCLUDED.meeting_id
          AND invitation.door = EXCLUDED.door
          AND invitation.role = EXCLUDED.role
          AND invitation.lists = EXCLUDED.lists
          AND invitation.valid_until IS NOT DISTINCT FROM EXCLUDED.valid_until
          AND invitation.created_by = EXCLUDED.created_by
          AND invitation.used_at IS NULL
      """)
  int insertInvitation(
      UUID id,
      UUID meetingId,
      String door,
      String role,
      String lists,
      @Nullable Instant validUntil,
      String codeHash,
      Instant expiresAt,
      UUID createdBy,
      Instant createdAt);

  @Query(
      """
      SELECT id, meeting_id, door, role, lists, valid_until, expires_at, used_at
        FROM meetings.invitation
       WHERE code_hash = :codeHash
         FOR UPDATE
      """)
  Optional<InvitationRow> lockInvitation(String codeHash);

  @Query("UPDATE meetings.invitation SET used_at = :at WHERE id = :id AND used_at IS NULL")
  int markUsed(UUID id, Instant at);
}
