package org.profbilet.meetings.scans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.VoidAnswer;

/** What was taken back. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TakenBackRepository extends GenericRepository<ScanRow, UUID> {

  /** Of two that take one scan back at one moment the second waits for the first. */
  @Query("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(hashtextextended(:scanId, 0))) locked")
  int lock(String scanId);

  default void lockScan(UUID scanId) {
    lock(scanId.toString());
  }

  @Query("SELECT EXISTS (SELECT 1 FROM meetings.taken_back WHERE id = :id AND scan_id <> :scanId)")
  boolean isOfAnotherScan(UUID id, UUID scanId);

  @Query("SELECT outcome FROM meetings.taken_back WHERE id = :id")
  Optional<VoidAnswer.Outcome> findOutcome(UUID id);

  @Query(
      "SELECT EXISTS (SELECT 1 FROM meetings.taken_back WHERE scan_id = :scanId AND outcome ="
          + " 'VOIDED')")
  boolean isTakenBack(UUID scanId);

  /** What a device that decided alone told the person. */
  @Query("SELECT outcome FROM meetings.device_decision WHERE scan_id = :scanId")
  Optional<ScanOutcome> findTold(UUID scanId);

  @Query(
      """
      INSERT INTO meetings.taken_back (
        id, meeting_id, organisation_id, scan_id, device_id, account_id, happened_at, received_at, reason, outcome)
      VALUES (
        :id, :meetingId, :organisationId, :scanId, CAST(:deviceId AS uuid), CAST(:accountId AS uuid), :happenedAt,
        :receivedAt, :reason, :outcome)
      """)
  int insert(
      UUID id,
      UUID meetingId,
      UUID organisationId,
      UUID scanId,
      @Nullable UUID deviceId,
      @Nullable UUID accountId,
      Instant happenedAt,
      Instant receivedAt,
      String reason,
      String outcome);
}
