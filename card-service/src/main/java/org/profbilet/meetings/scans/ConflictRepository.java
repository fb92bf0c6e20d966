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

/** What does not fit together, for the registrar. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ConflictRepository extends GenericRepository<ScanRow, UUID> {

  @Query(
      """
      INSERT INTO meetings.conflict (id, meeting_id, organisation_id, list_id, scan_id, person_id, kind, opened_at)
      VALUES (:id, :meetingId, :organisationId, :listId, :scanId, :personId, :kind, :openedAt)
      ON CONFLICT (scan_id, kind) DO UPDATE SET closed_at = NULL
      """)
  int insert(
      UUID id,
      UUID meetingId,
      UUID organisationId,
      UUID listId,
      UUID scanId,
      @Nullable UUID personId,
      String kind,
      Instant openedAt);

  /** What facts that were delivered later have explained is no conflict. */
  @Query(
      """
      UPDATE meetings.conflict
         SET closed_at = :at
       WHERE list_id = :listId
         AND person_id = :personId
         AND closed_at IS NULL
         AND NOT scan_id || ':' || kind = ANY (string_to_array(:found, ','))
      """)
  int markExplained(UUID listId, UUID personId, String found, Instant at);

  /** Numbers of a device that are missing: one conflict a device, ruled anew when they change. */
  @Query(
      """
      INSERT INTO meetings.conflict AS c (id, meeting_id, organisation_id, device_id, kind, missing, opened_at)
      VALUES (:id, :meetingId, :organisationId, :deviceId, 'SEQ_GAP', :missing, :at)
      ON CONFLICT (device_id) WHERE device_id IS NOT NULL DO UPDATE
        SET missing = EXCLUDED.missing,
            closed_at = NULL,
            ruling = NULL,
            ruled_by = NULL,
            ruled_at = NULL,
            note = NULL
        WHERE c.missing IS DISTINCT FROM EXCLUDED.missing
      """)
  int insertGap(
      UUID id, UUID meetingId, UUID organisationId, UUID deviceId, String missing, Instant at);

  @Query(
      """
      UPDATE meetings.conflict
         SET closed_at = :at
       WHERE device_id = :deviceId
         AND closed_at IS NULL
      """)
  int markFilled(UUID deviceId, Instant at);

  @Query(
      """
      SELECT c.id, c.kind, c.scan_id, coalesce(s.door, d.door) AS door, s.effective_at, c.person_id, c.list_id, c.missing,
             c.opened_at, c.ruling, c.note
        FROM meetings.conflict c
        LEFT JOIN meetings.scan s
          ON s.id = c.scan_id
        LEFT JOIN meetings.device d
          ON d.id = c.device_id
       WHERE c.meeting_id = :meetingId
         AND (c.closed_at IS NULL OR c.ruling IS NOT NULL)
       ORDER BY c.ruling NULLS FIRST, c.opened_at, c.id
      """)
  List<ConflictRow> listOf(UUID meetingId);

  @Query(
      """
      SELECT c.id, c.kind, c.scan_id, '' AS door, CAST(NULL AS timestamptz) AS effective_at, c.person_id, c.list_id,
             c.missing, c.opened_at, c.ruling, c.note
        FROM meetings.conflict c
       WHERE c.id = :id
         AND c.meeting_id = :meetingId
      """)
  Optional<ConflictRow> find(UUID id, UUID meetingId);

  @Query(
      """
      UPDATE meetings.conflict
         SET ruling = :ruling,
             ruled_by = :ruledBy,
             ruled_at = :at,
             note = :note
       WHERE id = :id
      """)
  int markRuled(UUID id, String ruling, UUID ruledBy, Instant at, String note);

  @Query(
      """
      SELECT count(*)
        FROM meetings.conflict
       WHERE meeting_id = :meetingId
         AND closed_at IS NULL
         AND ruling IS NULL
      """)
  int countOpen(UUID meetingId);
}
