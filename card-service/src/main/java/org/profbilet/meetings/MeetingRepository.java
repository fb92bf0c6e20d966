package org.profbilet.meetings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Meetings and their lists, as far as the scope of the transaction shows them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MeetingRepository extends GenericRepository<DeviceRow, UUID> {

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
      INSERT INTO meetings.list (id, meeting_id, organisation_id, kind, policy, opens_at, closes_at, salt, handle_key)
      VALUES (:id, :meetingId, :organisationId, :kind, :policy, :opensAt, :closesAt, :salt, :handleKey)
      """)
  void insertList(
      UUID id,
      UUID meetingId,
      UUID organisationId,
      String kind,
      String policy,
      Instant opensAt,
      Instant closesAt,
      String salt,
      String handleKey);

  @Query(
      "SELECT count(*) FROM members.person WHERE primary_id = :organisationId AND id IN (:people)")
  int countOwn(UUID organisationId, List<UUID> people);

  @Query(
      """
      INSERT INTO meetings.entry (list_id, person_id, meeting_id, organisation_id)
      SELECT :listId, p.id, :meetingId, :organisationId
        FROM members.person p
       WHERE p.id IN (:people)
         AND p.primary_id = :organisationId
      """)
  int insertEntries(UUID listId, UUID meetingId, UUID organisationId, List<UUID> people);

  @Query("SELECT request_hash FROM meetings.meeting WHERE id = :id")
  Optional<String> findRequestHash(UUID id);

  @Query(
      """
      SELECT l.id, l.meeting_id, l.organisation_id, m.number AS event, m.title, m.zone, l.kind, l.policy, l.opens_at,
             l.closes_at, l.salt, l.handle_key
        FROM meetings.list l
        JOIN meetings.meeting m
          ON m.id = l.meeting_id
       WHERE l.meeting_id = :meetingId
      """)
  Optional<CheckInList> findList(UUID meetingId);

  @Query(
      """
      SELECT m.id, m.title, m.zone, l.kind, l.opens_at, l.closes_at,
             (SELECT count(*) FROM meetings.presence p WHERE p.list_id = l.id AND p.state = 'PRESENT') AS present
        FROM meetings.meeting m
        JOIN meetings.list l
          ON l.meeting_id = m.id
       WHERE m.organisation_id = :organisationId
       ORDER BY l.opens_at DESC, m.id DESC
      """)
  List<MeetingLine> listOf(UUID organisationId);

  @Query(
      "SELECT count(*) FROM meetings.conflict WHERE meeting_id = :meetingId AND closed_at IS NULL")
  int countOpenConflicts(UUID meetingId);
}
