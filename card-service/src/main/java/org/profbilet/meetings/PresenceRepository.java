package org.profbilet.meetings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folded state, kept so that nobody has to fold a meeting of thousands to count it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PresenceRepository extends GenericRepository<DeviceRow, UUID> {

  /** Makes the row or finds it, and locks it: doors decide about one person one after another. */
  @Query(
      """
      INSERT INTO meetings.presence AS p (
        list_id, person_id, meeting_id, organisation_id, handle, state, is_counted, changed_in)
      VALUES (:listId, :personId, :meetingId, :organisationId, :handle, 'NEVER_CAME', false, 0)
      ON CONFLICT (list_id, person_id) DO UPDATE SET handle = p.handle
      """)
  int lock(UUID listId, UUID personId, UUID meetingId, UUID organisationId, String handle);

  @Query(
      """
      UPDATE meetings.presence
         SET state = :state,
             since = :since,
             since_door = :sinceDoor,
             is_counted = :isCounted,
             changed_in = pg_current_xact_id()::text::bigint
       WHERE list_id = :listId
         AND person_id = :personId
      """)
  int mark(
      UUID listId,
      UUID personId,
      String state,
      @Nullable Instant since,
      @Nullable String sinceDoor,
      boolean isCounted);

  /** What a door shows after a scan: of the person only where she was scanned. */
  @Query(
      """
      SELECT (SELECT count(*) FROM meetings.presence p WHERE p.list_id = :listId AND p.state = 'PRESENT') AS present,
             (SELECT count(*) FROM meetings.entry e WHERE e.list_id = :listId) AS invited,
             (SELECT p.handle
                FROM meetings.presence p
               WHERE p.list_id = :listId
                 AND p.person_id = CAST(:personId AS uuid)) AS handle,
             (SELECT n.short_name FROM meetings.short_names(ARRAY[CAST(:personId AS uuid)]) n) AS short_name
      """)
  AtTheDoor look(UUID listId, @Nullable UUID personId);

  /**
   * Changes that may be new to one who holds the cursor. A transaction that began before the cursor
   * was given and ended after it is in: some people come twice, nobody is left out.
   */
  @Query(
      """
      SELECT handle, since, since_door, state
        FROM meetings.presence
       WHERE list_id = :listId
         AND state <> 'NEVER_CAME'
         AND changed_in >= :cursor
       ORDER BY since
      """)
  List<PresentRow> listChangedSince(UUID listId, long cursor);

  /** What a later question must begin with: nothing before it can still change. */
  @Query("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
  long findCursor();
}
