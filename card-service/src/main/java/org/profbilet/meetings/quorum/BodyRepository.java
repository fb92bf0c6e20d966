package org.profbilet.meetings.quorum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bodies and the seats in them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BodyRepository extends GenericRepository<BodyRow, UUID> {

  void save(BodyRow body);

  Optional<BodyRow> findById(UUID id);

  /** What the commission decides, and what is counted by it, goes one after another. */
  @Query("SELECT id FROM meetings.body WHERE id = :id FOR UPDATE")
  Optional<UUID> lock(UUID id);

  /** Its own, and those of the organisations above. */
  @Query(
      """
      SELECT b.id, b.organisation_id, b.name, b.kind, above.short_name AS organisation
        FROM organisations.organisation own
        JOIN organisations.organisation above
          ON own.position BETWEEN above.position AND above.last_position
        JOIN meetings.body b
          ON b.organisation_id = above.id
       WHERE own.id = :organisationId
       ORDER BY above.position DESC, b.created_at DESC, b.id
      """)
  List<BodyLine> listAround(UUID organisationId);

  @Query("UPDATE meetings.body SET allocation_decision = :decision WHERE id = :id")
  int markAllotted(UUID id, String decision);

  @Query("SELECT primary_id, members FROM meetings.members_below(:organisationId, :day)")
  List<MembersRow> listMembersBelow(UUID organisationId, LocalDate day);

  @Query("DELETE FROM meetings.seat WHERE body_id = :bodyId")
  int deleteSeats(UUID bodyId);

  @Query(
      """
      INSERT INTO meetings.seat (body_id, sender_id, organisation_id, members, seats)
      VALUES (:bodyId, :senderId, :organisationId, :members, :seats)
      """)
  int insertSeat(UUID bodyId, UUID senderId, UUID organisationId, int members, int seats);

  @Query(
      """
      SELECT s.sender_id, o.short_name AS sender, s.members, s.seats
        FROM meetings.seat s
        JOIN organisations.organisation o
          ON o.id = s.sender_id
       WHERE s.body_id = :bodyId
       ORDER BY o.position
      """)
  List<SeatRow> listSeats(UUID bodyId);

  @Query("SELECT seats FROM meetings.seat WHERE body_id = :bodyId AND sender_id = :senderId")
  Optional<Integer> findSeats(UUID bodyId, UUID senderId);
}
