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

/** Meetings and their lists, as far as the scope of the transaction shows them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface MeetingRepository extends GenericRepository<MeetingRow, UUID> {

  @Query(
      """
      INSERT INTO meetings.meeting (id, organisation_id, title, zone, request_hash, created_by, created_at)
      VALUES (:id, :organisationId, :title, :zone, :requestHash, :createdBy, :createdAt)
      ON CONFLICT (id) DO NOTHING
      """)
  int insert(
      UUID id,
      UUID organisationId,
      String title,
      String zone,
      String requestHash,
      UUID createdBy,
      Instant createdAt);

  @Query(
      """
      INSERT INTO meetings.list (
        id, meeting_id, organisation_id, name, kind, policy, opens_at, closes_at, exclusive_group, settings, salt,
        handle_key, request_hash)
      VALUES (
        :id, :meetingId, :organisationId, :name, :kind, :policy, :opensAt, :closesAt, :exclusiveGroup,
        CAST(:settings AS jsonb), :salt, :handleKey, :requestHash)
      ON CONFLICT (id) DO NOTHING
      """)
  int insertList(
      UUID id,
      UUID meetingId,
      UUID organisationId,
      @Nullable String name,
      String kind,
      String policy,
      Instant opensAt,
      Instant closesAt,
      @Nullable String exclusiveGroup,
      String settings,
      String salt,
      String handleKey,
      String requestHash);

  @Query("SELECT request_hash FROM meetings.list WHERE id = :id AND meeting_id = :meetingId")
  Optional<String> findListHash(UUID id, UUID meetingId);

  @Query(
      """
      UPDATE meetings.list
         SET name = :name,
             policy = :policy,
             opens_at = :opensAt,
             closes_at = :closesAt,
             exclusive_group = :exclusiveGroup,
             settings = CAST(:settings AS jsonb)
       WHERE id = :id
      """)
  int markChanged(
      UUID id,
      @Nullable String name,
      String policy,
      Instant opensAt,
      Instant closesAt,
      @Nullable String exclusiveGroup,
      String settings);

  @Query("UPDATE meetings.list SET closed_at = :at WHERE id = :id AND closed_at IS NULL")
  int markClosed(UUID id, Instant at);

  @Query("UPDATE meetings.meeting SET cancelled_at = :at WHERE id = :id AND cancelled_at IS NULL")
  int markCancelled(UUID id, Instant at);

  @Query(
      "SELECT count(*) FROM members.person WHERE primary_id = :organisationId AND id IN (:people)")
  int countOwn(UUID organisationId, List<UUID> people);

  @Query(
      """
      INSERT INTO meetings.entry (person_id, meeting_id, organisation_id)
      SELECT p.id, :meetingId, :organisationId
        FROM members.person p
       WHERE p.id IN (:people)
         AND p.primary_id = :organisationId
      """)
  int insertEntries(UUID meetingId, UUID organisationId, List<UUID> people);

  @Query("SELECT request_hash FROM meetings.meeting WHERE id = :id")
  Optional<String> findRequestHash(UUID id);

  @Query(
      """
      SELECT l.id, l.meeting_id, l.organisation_id, m.number AS event, coalesce(l.name, m.title) AS name, m.zone, l.kind,
             l.policy, l.opens_at, l.closes_at, l.exclusive_group, CAST(l.settings AS text) AS settings, l.closed_at,
             m.cancelled_at, l.salt, l.handle_key
        FROM meetings.list l
        JOIN meetings.meeting m
          ON m.id = l.meeting_id
       WHERE l.meeting_id = :meetingId
       ORDER BY l.opens_at, l.id
      """)
  List<ListRow> listLists(UUID meetingId);

  @Query("SELECT title FROM meetings.meeting WHERE id = :id")
  Optional<String> findTitle(UUID id);

  @Query("SELECT count(*) FROM meetings.presence WHERE list_id = :listId AND state = 'PRESENT'")
  int countPresent(UUID listId);

  /** Of the categories of a list; of all where it names none. */
  @Query(
      """
      SELECT count(*)
        FROM meetings.entry
       WHERE meeting_id = :meetingId
         AND (:categories = '' OR category = ANY (string_to_array(:categories, ',')))
      """)
  int countExpected(UUID meetingId, String categories);

  @Query(
      """
      SELECT e.person_id, coalesce(meetings.short_name(p.last_name, p.first_name, p.middle_name), '') AS short_name,
             e.category, e.attention, e.pending_welcome, e.mandate
        FROM meetings.entry e
        LEFT JOIN members.person p
          ON p.id = e.person_id
       WHERE e.meeting_id = :meetingId
       ORDER BY p.search_name COLLATE "ru-x-icu", e.person_id
      """)
  List<ExpectedRow> listExpected(UUID meetingId);

  @Query(
      """
      UPDATE meetings.entry
         SET category = :category,
             attention = :attention,
             pending_welcome = :pendingWelcome,
             mandate = :mandate
       WHERE meeting_id = :meetingId
         AND person_id = :personId
      """)
  int markExpected(
      UUID meetingId,
      UUID personId,
      String category,
      boolean attention,
      boolean pendingWelcome,
      String mandate);

  @Query(
      """
      SELECT m.id, m.title, m.zone, l.kind, l.opens_at, l.closes_at,
             (SELECT count(DISTINCT p.person_id)
                FROM meetings.presence p
               WHERE p.meeting_id = m.id
                 AND p.state = 'PRESENT') AS present
        FROM meetings.meeting m
       CROSS JOIN LATERAL (SELECT first.kind, first.opens_at, first.closes_at
                             FROM meetings.list first
                            WHERE first.meeting_id = m.id
                            ORDER BY first.opens_at, first.id
                            LIMIT 1) l
       WHERE m.organisation_id = :organisationId
       ORDER BY l.opens_at DESC, m.id DESC
      """)
  List<MeetingLine> listOf(UUID organisationId);
}
