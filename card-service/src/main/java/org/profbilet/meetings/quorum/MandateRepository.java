package org.profbilet.meetings.quorum;

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

/** Mandates, as far as the scope shows them: all to the commission, her own to whoever sends. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MandateRepository extends GenericRepository<MandateRow, UUID> {

  /** One request of a sender about a body after another; 1 as soon as it is our turn. */
  @Query(
      """
      SELECT 1
        FROM pg_advisory_xact_lock(hashtextextended(:bodyId || '/' || :senderId, 0)) turn
      """)
  int waitForTurn(String bodyId, String senderId);

  /** Nothing where she is not on record there on the day, or was sent to this body already. */
  @Query(
      """
      INSERT INTO meetings.mandate (
        id, body_id, organisation_id, sender_id, person_id, full_name, ticket_number, sex, birth_year, first_time, vote,
        standing, basis, basis_on, place, request_hash, created_by, created_at)
      SELECT :id, :bodyId, :organisationId, p.primary_id, p.id,
             concat_ws(' ', p.last_name, p.first_name, p.middle_name), p.ticket_number, p.sex,
             CAST(extract(year FROM p.birth_date) AS integer), :firstTime, :vote, :standing, :basis, :basisOn, :place,
             :requestHash, :createdBy, :createdAt
        FROM members.person p
       WHERE p.id = :personId
         AND p.primary_id = :senderId
         AND p.merged_into IS NULL
         AND EXISTS (SELECT 1
                       FROM members.membership m
                      WHERE m.person_id = p.id
                        AND m.kind = 'COUNTED'
                        AND m.valid_from <= :basisOn
                        AND (m.valid_until IS NULL OR m.valid_until > :basisOn))
      ON CONFLICT DO NOTHING
      """)
  int insert(
      UUID id,
      UUID bodyId,
      UUID organisationId,
      UUID senderId,
      UUID personId,
      boolean firstTime,
      String vote,
      String standing,
      String basis,
      LocalDate basisOn,
      @Nullable Integer place,
      String requestHash,
      UUID createdBy,
      Instant createdAt);

  /** Whether she was on record there on the day. */
  @Query(
      """
      SELECT EXISTS (SELECT 1
                       FROM members.person p
                       JOIN members.membership m
                         ON m.person_id = p.id
                      WHERE p.id = :personId
                        AND p.primary_id = :senderId
                        AND p.merged_into IS NULL
                        AND m.kind = 'COUNTED'
                        AND m.valid_from <= :day
                        AND (m.valid_until IS NULL OR m.valid_until > :day))
      """)
  boolean isOnRecord(UUID personId, UUID senderId, LocalDate day);

  /** Delegates with a deciding vote who hold, or may get, a seat. */
  @Query(
      """
      SELECT count(*)
        FROM meetings.mandate
       WHERE body_id = :bodyId
         AND sender_id = :senderId
         AND vote = 'DECISIVE'
         AND standing IN ('SUBMITTED', 'CONFIRMED')
      """)
  int countSeatsTaken(UUID bodyId, UUID senderId);

  @Query(
      """
      SELECT id, body_id, sender_id, number, vote, standing, basis_on, place, request_hash
        FROM meetings.mandate
       WHERE id = :id
         AND body_id = :bodyId
      """)
  Optional<MandateRow> find(UUID id, UUID bodyId);

  /** How many of these mandates are of this body. */
  @Query(
      """
      SELECT count(*)
        FROM meetings.mandate
       WHERE body_id = :bodyId
         AND id = ANY (string_to_array(:ids, ',')::uuid[])
      """)
  int countOf(UUID bodyId, String ids);

  /**
   * In the order of organisations and names; numbers go on where they ended. No id: all sent in.
   */
  @Query(
      """
      UPDATE meetings.mandate m
         SET standing = 'CONFIRMED',
             number = coalesce(m.number, given.number)
        FROM (SELECT c.id,
                     (SELECT coalesce(max(number), 0) FROM meetings.mandate WHERE body_id = :bodyId)
                       + row_number() OVER (ORDER BY o.position, c.full_name COLLATE "ru-x-icu", c.id) AS number
                FROM meetings.mandate c
                JOIN organisations.organisation o
                  ON o.id = c.sender_id
               WHERE c.body_id = :bodyId
                 AND (:ids = '' AND c.standing = 'SUBMITTED'
                   OR c.id = ANY (string_to_array(:ids, ',')::uuid[])
                      AND c.standing IN ('SUBMITTED', 'REJECTED'))) given
       WHERE m.id = given.id
      """)
  int markConfirmed(UUID bodyId, String ids);

  @Query(
      """
      UPDATE meetings.mandate
         SET standing = :standing,
             successor_id = :successorId
       WHERE id = :id
      """)
  int mark(UUID id, String standing, @Nullable UUID successorId);

  /** An alternate comes in. */
  @Query(
      """
      UPDATE meetings.mandate
         SET standing = 'CONFIRMED',
             number = (SELECT coalesce(max(number), 0) + 1 FROM meetings.mandate WHERE body_id = :bodyId)
       WHERE id = :id
      """)
  int markActivated(UUID id, UUID bodyId);

  /** Alternates of the same organisation who come before this place. */
  @Query(
      """
      SELECT count(*)
        FROM meetings.mandate
       WHERE body_id = :bodyId
         AND sender_id = :senderId
         AND standing = 'ALTERNATE'
         AND place < :place
      """)
  int countBefore(UUID bodyId, UUID senderId, int place);

  @Query(
      """
      SELECT count(*)
        FROM meetings.mandate
       WHERE body_id = :bodyId
         AND vote = 'DECISIVE'
         AND (standing = 'CONFIRMED' OR :withSubmitted AND standing = 'SUBMITTED')
      """)
  int countBase(UUID bodyId, boolean withSubmitted);

  @Query("SELECT EXISTS (SELECT 1 FROM meetings.mandate WHERE body_id = :bodyId)")
  boolean existsOf(UUID bodyId);

  @Query(
      """
      INSERT INTO meetings.mandate_act (
        id, body_id, organisation_id, mandate_id, act, number, decision, base_before, base_after, decided_by, decided_at)
      VALUES (:id, :bodyId, :organisationId, :mandateId, :act, :number, :decision, :baseBefore, :baseAfter, :decidedBy,
              :decidedAt)
      """)
  int insertAct(
      UUID id,
      UUID bodyId,
      UUID organisationId,
      @Nullable UUID mandateId,
      String act,
      @Nullable Integer number,
      String decision,
      int baseBefore,
      int baseAfter,
      UUID decidedBy,
      Instant decidedAt);

  @Query(
      """
      SELECT act, number, decision, base_before, base_after
        FROM meetings.mandate_act
       WHERE body_id = :bodyId
       ORDER BY decided_at, id
      """)
  List<ActRow> listActs(UUID bodyId);

  /** By numbers, then those without one; of one sender where it is named. */
  @Query(
      """
      SELECT m.id, m.number, m.full_name, o.short_name AS sender, m.vote, m.standing, m.basis, m.basis_on, m.place,
             r.is_member
        FROM meetings.mandate m
        JOIN meetings.roll(:bodyId, :day) r
          ON r.mandate_id = m.id
        JOIN organisations.organisation o
          ON o.id = m.sender_id
       WHERE m.body_id = :bodyId
         AND (CAST(:senderId AS uuid) IS NULL OR m.sender_id = CAST(:senderId AS uuid))
       ORDER BY m.number NULLS LAST, o.position, m.place NULLS FIRST, m.full_name COLLATE "ru-x-icu"
      """)
  List<MandateLine> listOf(UUID bodyId, @Nullable UUID senderId, LocalDate day);

  /**
   * The doors of every meeting at which the body sits know what the commission decided. Whoever
   * holds mandates of two bodies comes in by the better one.
   */
  @Query(
      """
      INSERT INTO meetings.entry AS e (meeting_id, person_id, organisation_id, category, mandate)
      SELECT s.meeting_id, r.kept_id, s.organisation_id, :category,
             (array_agg(CASE m.standing
                          WHEN 'SUBMITTED' THEN 'NOT_CONFIRMED'
                          WHEN 'REJECTED' THEN 'NOT_CONFIRMED'
                          ELSE m.standing
                        END ORDER BY m.standing <> 'CONFIRMED', m.standing <> 'ALTERNATE', m.standing))[1]
        FROM meetings.sitting s
        JOIN meetings.sitting beside
          ON beside.meeting_id = s.meeting_id
       CROSS JOIN LATERAL meetings.roll(beside.body_id, :day) r
        JOIN meetings.mandate m
          ON m.id = r.mandate_id
       WHERE s.body_id = :bodyId
       GROUP BY s.meeting_id, r.kept_id, s.organisation_id
      ON CONFLICT (meeting_id, person_id) DO UPDATE
        SET mandate = EXCLUDED.mandate,
            category = EXCLUDED.category
      """)
  int tellDoors(UUID bodyId, String category, LocalDate day);
}
