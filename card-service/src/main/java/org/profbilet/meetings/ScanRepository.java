package org.profbilet.meetings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts: they are added and read, never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScanRepository extends GenericRepository<ScanRow, UUID> {

  void save(ScanRow scan);

  Optional<ScanRow> findById(UUID id);

  /** Scans with this id, or with this number of the device. */
  @Query(
      """
      SELECT id
        FROM meetings.scan
       WHERE id = :id
          OR (device_id = :deviceId AND device_seq = :deviceSeq)
      """)
  List<UUID> listSame(UUID id, UUID deviceId, long deviceSeq);

  /** A showing that was refused for being the second one does not make the first one the second. */
  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM meetings.scan
         WHERE replay_list = :list
           AND replay_index = :index
           AND replay_at = :madeAt
           AND device_id <> :deviceId
           AND reason <> 'CREDENTIAL_REPLAYED')
      """)
  boolean isShownElsewhere(int list, int index, long madeAt, UUID deviceId);

  @Query(
      """
      SELECT s.id AS scan_id, s.device_id, s.door, s.effective_at, s.received_at, s.outcome, d.outcome AS device_outcome
        FROM meetings.scan s
        LEFT JOIN meetings.device_decision d
          ON d.scan_id = s.id
       WHERE s.list_id = :listId
         AND s.person_id = :personId
      """)
  List<Passage> listPassages(UUID listId, UUID personId);

  @Query(
      """
      INSERT INTO meetings.device_decision (
        scan_id, meeting_id, organisation_id, outcome, reason, bundle_version, decided_at, received_at)
      VALUES (:scanId, :meetingId, :organisationId, :outcome, :reason, :bundleVersion, :decidedAt, :receivedAt)
      ON CONFLICT (scan_id) DO NOTHING
      """)
  int insertDecision(
      UUID scanId,
      UUID meetingId,
      UUID organisationId,
      String outcome,
      String reason,
      @Nullable String bundleVersion,
      Instant decidedAt,
      Instant receivedAt);

  @Query(
      """
      INSERT INTO meetings.conflict (id, meeting_id, organisation_id, list_id, scan_id, person_id, kind, opened_at)
      VALUES (:id, :meetingId, :organisationId, :listId, :scanId, :personId, :kind, :openedAt)
      ON CONFLICT (scan_id, kind) DO UPDATE SET closed_at = NULL
      """)
  int insertConflict(
      UUID id,
      UUID meetingId,
      UUID organisationId,
      UUID listId,
      UUID scanId,
      @Nullable UUID personId,
      String kind,
      Instant openedAt);

  /** What a leaving that was delivered later has explained is no double admission. */
  @Query(
      """
      UPDATE meetings.conflict
         SET closed_at = :at
       WHERE list_id = :listId
         AND person_id = :personId
         AND kind = 'DOUBLE_ADMISSION'
         AND closed_at IS NULL
         AND NOT scan_id = ANY (string_to_array(:doubled, ',')::uuid[])
      """)
  int markExplained(UUID listId, UUID personId, String doubled, Instant at);

  /** The highest number up to which nothing is missing. */
  @Query(
      """
      SELECT coalesce(max(device_seq), 0)
        FROM (SELECT device_seq, row_number() OVER (ORDER BY device_seq) AS place
                FROM meetings.scan
               WHERE device_id = :deviceId) numbered
       WHERE device_seq = place
      """)
  long findLastWithoutGap(UUID deviceId);

  /** Numbers below the highest that never arrived, the first hundred of them. */
  @Query(
      """
      SELECT gap.number
        FROM (SELECT device_seq, coalesce(lag(device_seq) OVER (ORDER BY device_seq), 0) AS before
                FROM meetings.scan
               WHERE device_id = :deviceId) s
       CROSS JOIN LATERAL generate_series(s.before + 1, least(s.device_seq - 1, s.before + 100)) AS gap (number)
       ORDER BY gap.number
       LIMIT 100
      """)
  List<Long> listMissing(UUID deviceId);

  @Query(
      """
      SELECT s.id, s.effective_at, s.received_at, s.door, s.type, s.origin, s.outcome, s.reason,
             d.outcome AS device_outcome, s.person_id,
             (SELECT min(c.kind) FROM meetings.conflict c WHERE c.scan_id = s.id AND c.closed_at IS NULL) AS conflict
        FROM meetings.scan s
        LEFT JOIN meetings.device_decision d
          ON d.scan_id = s.id
       WHERE s.meeting_id = :meetingId
         AND (CAST(:before AS uuid) IS NULL OR s.id < CAST(:before AS uuid))
       ORDER BY s.id DESC
       LIMIT :count
      """)
  List<ScanLine> listBefore(UUID meetingId, @Nullable UUID before, int count);
}
