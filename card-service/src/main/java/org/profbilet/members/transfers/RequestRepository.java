package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RequestRepository extends GenericRepository<RequestRow, UUID> {

  /** Whose claim is due, by ids alone. */
  @Introspected
  record Due(UUID requestId, UUID primaryId, UUID toPrimaryId) {}

  void save(RequestRow request);

  @Query(
      """
      SELECT id, primary_id, wish, last_name, first_name, middle_name, birth_date, wanted_on, own_person_id,
             match_class, state, request_hash, asked_by, asked_at
        FROM members.request
       WHERE id = :id
         AND primary_id = :primaryId
         FOR UPDATE
      """)
  Optional<RequestRow> hold(UUID id, UUID primaryId);

  @Query(
      """
      SELECT r.id, r.wish, r.last_name, r.first_name, r.middle_name, r.birth_date, r.wanted_on, r.match_class,
             r.state, r.asked_at, r.answered_at, r.answer, r.person_id, m.valid_from AS linked_on,
             m.valid_until AS link_ended_on
        FROM members.request r
        LEFT JOIN members.membership m
          ON m.id = r.membership_id
       WHERE r.primary_id = :primaryId
       ORDER BY (r.state = 'WAITING') DESC, r.asked_at DESC, r.id
       LIMIT 500
      """)
  List<Request> listOf(UUID primaryId);

  /** The class of the match, or NONE. */
  @Query(
      """
      SELECT coalesce(
               members.claim_elsewhere(
                 :id, :primaryId, CAST(:person AS jsonb), :wish, :wantedOn, :at, :dueOn, :today),
               'NONE')
      """)
  String claimElsewhere(
      UUID id,
      UUID primaryId,
      String person,
      String wish,
      LocalDate wantedOn,
      Instant at,
      LocalDate dueOn,
      LocalDate today);

  @Query("SELECT members.cancel_claim(:id) IS NULL")
  boolean cancelClaim(UUID id);

  @Query(
      """
      UPDATE members.request
         SET state = :state, answered_at = :at, answer = :answer, person_id = :personId, membership_id = :membershipId
       WHERE id = :id
         AND state = 'WAITING'
      """)
  int answer(
      UUID id,
      String state,
      Instant at,
      @Nullable String answer,
      @Nullable UUID personId,
      @Nullable UUID membershipId);
}
