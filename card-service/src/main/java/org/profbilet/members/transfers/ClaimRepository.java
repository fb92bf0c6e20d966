package org.profbilet.members.transfers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClaimRepository extends GenericRepository<RequestRow, UUID> {

  String COLUMNS =
      """
      SELECT c.request_id, c.person_id, c.primary_id, c.to_primary_id, o.name AS to_name, c.wish, c.wanted_on,
             c.match_class, c.asked_at, c.due_on, c.state, p.last_name, p.first_name, p.middle_name
        FROM members.claim c
        JOIN members.person p
          ON p.id = c.person_id
        JOIN organisations.organisation o
          ON o.id = c.to_primary_id
      """;

  @Query(
      COLUMNS
          + """
       WHERE c.primary_id = :primaryId
         AND c.state = 'WAITING'
       ORDER BY c.asked_at, c.request_id
      """)
  List<Claim> listWaiting(UUID primaryId);

  @Query(
      COLUMNS
          + """
       WHERE c.request_id = :requestId
         AND c.primary_id = :primaryId
      """)
  Optional<Claim> find(UUID requestId, UUID primaryId);

  @Query(
      COLUMNS
          + """
       WHERE c.person_id = :personId
         AND c.state = 'WAITING'
       ORDER BY c.asked_at, c.request_id
      """)
  List<Claim> listWaitingFor(UUID personId);

  @Query(
      COLUMNS
          + """
       WHERE c.request_id = :requestId
         AND c.person_id = :personId
      """)
  Optional<Claim> findOwn(UUID requestId, UUID personId);

  /**
   * Opens both sides to whoever has opened hers: the one where the person is, the person herself,
   * and the asking one once the claim is due.
   *
   * @return whether the claim waits
   */
  @Query("SELECT members.open_claim(:requestId, :day)")
  boolean open(UUID requestId, LocalDate day);

  @Query(
      "UPDATE members.claim SET state = :state WHERE request_id = :requestId AND state = 'WAITING'")
  int settle(UUID requestId, String state);

  /** Other requests of the same primary for a person who has come: there is nothing more to ask. */
  @Query(
      """
      WITH cancelled AS (
        UPDATE members.claim
           SET state = 'CANCELLED'
         WHERE person_id = :personId
           AND to_primary_id = :primaryId
           AND primary_id = :primaryId
           AND state = 'WAITING'
        RETURNING request_id)
      SELECT request_id FROM cancelled
      """)
  List<UUID> cancelOthers(UUID personId, UUID primaryId);

  /**
   * @param requestId this one only, or null for all
   */
  @Query(
      """
      SELECT request_id, primary_id, to_primary_id
        FROM members.due_claims(:day, CAST(:requestId AS uuid))
      """)
  List<RequestRepository.Due> listDue(LocalDate day, @Nullable UUID requestId);
}
