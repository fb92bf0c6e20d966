package org.profbilet.meetings.devices;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who holds the phones of a meeting, as far as the scope of the transaction shows it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OperatorRepository extends GenericRepository<DeviceRow, UUID> {

  @Query(
      "SELECT EXISTS (SELECT 1 FROM meetings.operator WHERE meeting_id = :meetingId AND pin_hash = :pinHash)")
  boolean isTaken(UUID meetingId, String pinHash);

  /** The same request again gets a new pin, and the lost one dies. */
  @Query(
      """
      INSERT INTO meetings.operator AS o (id, meeting_id, organisation_id, name, pin_hash, added_at)
      VALUES (:id, :meetingId, :organisationId, :name, :pinHash, :addedAt)
      ON CONFLICT (id) DO UPDATE
        SET pin_hash = EXCLUDED.pin_hash
        WHERE o.meeting_id = EXCLUDED.meeting_id
          AND o.name = EXCLUDED.name
          AND o.ended_at IS NULL
      """)
  int insert(
      UUID id, UUID meetingId, UUID organisationId, String name, String pinHash, Instant addedAt);

  @Query(
      """
      SELECT id, name, added_at, ended_at
        FROM meetings.operator
       WHERE meeting_id = :meetingId
       ORDER BY ended_at NULLS FIRST, name, id
      """)
  List<OperatorRow> listOf(UUID meetingId);

  @Query(
      """
      SELECT id, name, added_at, ended_at
        FROM meetings.operator
       WHERE meeting_id = :meetingId
         AND pin_hash = :pinHash
         AND ended_at IS NULL
      """)
  Optional<OperatorRow> find(UUID meetingId, String pinHash);

  @Query(
      """
      UPDATE meetings.operator
         SET ended_at = coalesce(ended_at, :at)
       WHERE id = :id
         AND meeting_id = :meetingId
      """)
  int markEnded(UUID id, UUID meetingId, Instant at);

  @Query(
      """
      SELECT EXISTS (SELECT 1
                       FROM meetings.device
                      WHERE id = :deviceId
                        AND wrong_pins >= :most
                        AND wrong_pin_at > :since)
      """)
  boolean isGuessing(UUID deviceId, int most, Instant since);

  @Query(
      """
      UPDATE meetings.device
         SET wrong_pins = CASE WHEN wrong_pin_at > :since THEN wrong_pins + 1 ELSE 1 END,
             wrong_pin_at = :now
       WHERE id = :deviceId
      """)
  int markWrongPin(UUID deviceId, Instant since, Instant now);

  @Query("UPDATE meetings.device SET wrong_pins = 0 WHERE id = :deviceId")
  int markRightPin(UUID deviceId);
}
