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

/** The folded state, kept so that nobody has to fold a meeting of thousands to count it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PresenceRepository extends GenericRepository<ScanRow, UUID> {

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
             entries = :entries,
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
      boolean isCounted,
      String entries);

  @Query(
      """
      SELECT person_id
        FROM meetings.presence
       WHERE list_id = :listId
         AND handle = :handle
      """)
  Optional<UUID> findPerson(UUID listId, String handle);

  /**
   * Whoever came in before the list emptied last has left.
   *
   * @param emptied by the clock on the wall of that zone
   */
  @Query(
      """
      UPDATE meetings.presence
         SET state = 'LEFT',
             changed_in = pg_current_xact_id()::text::bigint
       WHERE list_id = :listId
         AND state = 'PRESENT'
         AND since AT TIME ZONE :zone < CAST(:emptied AS timestamp)
      """)
  int markSentHome(UUID listId, String zone, String emptied);

  /** Of a record that was merged into another one: the other one is the person. */
  @Query(
      """
      UPDATE meetings.presence
         SET state = 'NEVER_CAME',
             since = NULL,
             since_door = NULL,
             is_counted = false,
             entries = '',
             changed_in = pg_current_xact_id()::text::bigint
       WHERE list_id = :listId
         AND person_id = :personId
         AND state <> 'NEVER_CAME'
      """)
  int markMerged(UUID listId, UUID personId);

  @Query(
      """
      SELECT state
        FROM meetings.presence
       WHERE list_id = :listId
         AND person_id = :personId
      """)
  Optional<Presence.State> findState(UUID listId, UUID personId);

  /** By category: how many are inside, and how many are expected. */
  @Query(
      """
      SELECT coalesce(e.category, '') AS name,
             count(*) FILTER (WHERE p.state = 'PRESENT') AS present,
             count(*) AS expected
        FROM (SELECT person_id, category FROM meetings.entry WHERE meeting_id = :meetingId) e
        FULL JOIN (SELECT person_id, state FROM meetings.presence WHERE list_id = :listId AND state <> 'NEVER_CAME') p
          ON p.person_id = e.person_id
       GROUP BY 1
       ORDER BY 1
      """)
  List<CategoryRow> listCategories(UUID meetingId, UUID listId);

  /** What a door shows after a scan: of the person only where she was scanned. */
  @Query(
      """
      SELECT (SELECT count(*) FROM meetings.presence p WHERE p.list_id = :listId AND p.state = 'PRESENT') AS present,
             (SELECT count(*)
                FROM meetings.entry e
               WHERE e.meeting_id = :meetingId
                 AND (:categories = '' OR e.category = ANY (string_to_array(:categories, ',')))) AS invited,
             (SELECT p.handle
                FROM meetings.presence p
               WHERE p.list_id = :listId
                 AND p.person_id = CAST(:personId AS uuid)) AS handle,
             (SELECT n.short_name FROM meetings.short_names(ARRAY[CAST(:personId AS uuid)]) n) AS short_name,
             coalesce((SELECT e.attention
                         FROM meetings.entry e
                        WHERE e.meeting_id = :meetingId
                          AND e.person_id = CAST(:personId AS uuid)), false) AS attention
      """)
  AtTheDoor look(UUID listId, UUID meetingId, String categories, @Nullable UUID personId);

  /**
   * Changes that may be new to one who holds the cursor. A transaction that began before the cursor
   * was given and ended after it is in: some people come twice, nobody is left out. Whose entry was
   * taken back is among them, whoever was only looked for is not.
   */
  @Query(
      """
      SELECT list_id, handle, since, since_door, state, entries
        FROM meetings.presence
       WHERE list_id = :listId
         AND changed_in >= greatest(:cursor, 1)
       ORDER BY since
      """)
  List<PresentRow> listChangedSince(UUID listId, long cursor);

  /** What a later question must begin with: nothing before it can still change. */
  @Query("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
  long findCursor();
}
