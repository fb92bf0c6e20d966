package org.profbilet.meetings.scans;

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
public interface ScanRepository extends GenericRepository<ScanRow, UUID> {

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

  /** On any of these lists, by this record of a person or by one that was merged into it. */
  @Query(
      """
      SELECT s.id AS scan_id, s.list_id, s.person_id, s.device_id, s.door, s.effective_at, s.outcome, s.reason, s.origin,
             s.replay_list || '/' || s.replay_index || '/' || s.replay_at AS proof,
             coalesce(s.override_reason = 'REGISTRAR_DECISION', false) AS is_forced,
             s.clock_untrusted AS is_clock_untrusted, s.quarantined AS is_quarantined,
             s.origin <> 'ONLINE' AND coalesce(s.received_at >= l.closed_at, false) AS is_late,
             d.outcome AS device_outcome,
             (SELECT max(c.ruling) FROM meetings.conflict c WHERE c.scan_id = s.id AND c.ruling <> 'ACCEPT') AS ruling,
             EXISTS (SELECT 1
                       FROM meetings.taken_back t
                      WHERE t.scan_id = s.id
                        AND t.outcome = 'VOIDED') AS is_taken_back
        FROM meetings.scan s
        JOIN meetings.list l
          ON l.id = s.list_id
        LEFT JOIN meetings.device_decision d
          ON d.scan_id = s.id
       WHERE s.list_id = ANY (string_to_array(:lists, ',')::uuid[])
         AND s.person_id = ANY (ARRAY (SELECT r.person_id FROM meetings.records_of(:personId) r) || :personId)
      """)
  List<Passage> listPassages(String lists, UUID personId);

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
      INSERT INTO meetings.answer (scan_id, question_id, meeting_id, organisation_id, answer)
      VALUES (:scanId, :questionId, :meetingId, :organisationId, :answer)
      ON CONFLICT (scan_id, question_id) DO NOTHING
      """)
  int insertAnswer(
      UUID scanId, String questionId, UUID meetingId, UUID organisationId, String answer);

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
             (SELECT min(c.kind)
                FROM meetings.conflict c
               WHERE c.scan_id = s.id
                 AND c.closed_at IS NULL
                 AND c.ruling IS NULL) AS conflict,
             EXISTS (SELECT 1
                       FROM meetings.taken_back t
                      WHERE t.scan_id = s.id
                        AND t.outcome = 'VOIDED') AS is_taken_back,
             o.name AS operator
        FROM meetings.scan s
        LEFT JOIN meetings.device_decision d
          ON d.scan_id = s.id
        LEFT JOIN meetings.operator o
          ON o.id = s.operator_id
         AND o.meeting_id = s.meeting_id
       WHERE s.meeting_id = :meetingId
         AND (CAST(:before AS uuid) IS NULL OR s.id < CAST(:before AS uuid))
       ORDER BY s.id DESC
       LIMIT :count
      """)
  List<ScanLine> listBefore(UUID meetingId, @Nullable UUID before, int count);
}
