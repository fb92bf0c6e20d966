package org.profbilet.cards;

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

/** Cards in whole lists: one statement for one card or for a region's batch. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CardRepository extends GenericRepository<CardRow, UUID> {

  /** The snapshot of what is printed is made here; the serial follows the ticket's last one. */
  @Query(
      """
      INSERT INTO cards.card (
        id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name, printed_first_name,
        printed_middle_name, status)
      SELECT new.id, p.id, p.primary_id, :orderId, p.ticket_number,
             lpad(CAST(coalesce((SELECT max(CAST(earlier.serial AS integer))
                                   FROM cards.card earlier
                                  WHERE earlier.ticket_number = p.ticket_number), 0) + 1 AS text), 5, '0'),
             p.last_name, p.first_name, p.middle_name, 'ORDERED'
        FROM unnest(
               CAST(string_to_array(:ids, ',') AS uuid[]),
               CAST(string_to_array(:personIds, ',') AS uuid[])) AS new (id, person_id)
        JOIN members.person p
          ON p.id = new.person_id
      """)
  int insertOrdered(UUID orderId, String ids, String personIds);

  @Query(
      """
      SELECT id, person_id, primary_id, ticket_number || '-' || serial AS copy, medium, status, version
        FROM cards.card
       WHERE order_id = ANY (CAST(string_to_array(:orderIds, ',') AS uuid[]))
         AND status = :status
       ORDER BY id
         FOR UPDATE
      """)
  List<CardToMove> lockOfOrders(String orderIds, CardStatus status);

  @Query(
      """
      SELECT id, person_id, primary_id, ticket_number || '-' || serial AS copy, medium, status, version
        FROM cards.card
       WHERE id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
         AND primary_id = :primaryId
       ORDER BY id
         FOR UPDATE
      """)
  List<CardToMove> lockOfPrimary(UUID primaryId, String ids);

  @Query(
      """
      SELECT id, person_id, primary_id, ticket_number || '-' || serial AS copy, medium, status, version
        FROM cards.card
       WHERE person_id = ANY (CAST(string_to_array(:personIds, ',') AS uuid[]))
         AND primary_id = :primaryId
         AND status = ANY (string_to_array(:statuses, ','))
       ORDER BY id
         FOR UPDATE
      """)
  List<CardToMove> lockOfPersons(UUID primaryId, String personIds, String statuses);

  /** The copy with this serial, or without one the only copy that waits to be handed out. */
  @Query(
      """
      SELECT id
        FROM cards.card
       WHERE primary_id = :primaryId
         AND ticket_number = :ticketNumber
         AND (serial = CAST(:serial AS text) OR (CAST(:serial AS text) IS NULL AND status = 'AT_PRIMARY'))
      """)
  Optional<UUID> findCopy(UUID primaryId, String ticketNumber, @Nullable String serial);

  /** Cards that wait at the primary and whose holders are still on record there. */
  @Query(
      """
      SELECT c.id
        FROM cards.card c
       WHERE c.primary_id = :primaryId
         AND c.status = 'AT_PRIMARY'
         AND EXISTS (
               SELECT 1
                 FROM members.membership m
                WHERE m.person_id = c.person_id
                  AND m.kind = 'COUNTED'
                  AND m.valid_from <= :day
                  AND (m.valid_until IS NULL OR m.valid_until > :day))
       ORDER BY c.id
      """)
  List<UUID> listWaiting(UUID primaryId, LocalDate day);

  @Query(
      """
      SELECT count(*)
        FROM cards.card c
       WHERE c.id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
         AND NOT EXISTS (
               SELECT 1
                 FROM members.membership m
                WHERE m.person_id = c.person_id
                  AND m.kind = 'COUNTED'
                  AND m.valid_from <= :day
                  AND (m.valid_until IS NULL OR m.valid_until > :day))
      """)
  int countOfFormerMembers(String ids, LocalDate day);

  /** Cards that were not handed out since. */
  @Query(
      """
      SELECT count(*)
        FROM cards.card c
       WHERE c.id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
         AND NOT EXISTS (
               SELECT 1
                 FROM cards.card_step s
                WHERE s.card_id = c.id
                  AND s.to_status = 'ISSUED'
                  AND s.from_status IS NOT NULL
                  AND s.at > :since)
      """)
  int countIssuedBefore(String ids, Instant since);

  @Query(
      """
      INSERT INTO cards.card (
        id, person_id, primary_id, ticket_number, serial, printed_last_name, printed_first_name,
        printed_middle_name, status, issued_on, medium)
      SELECT :id, p.id, p.primary_id, p.ticket_number,
             lpad(CAST(coalesce((SELECT max(CAST(earlier.serial AS integer))
                                   FROM cards.card earlier
                                  WHERE earlier.ticket_number = p.ticket_number), 0) + 1 AS text), 5, '0'),
             p.last_name, p.first_name, p.middle_name, 'ISSUED', :issuedOn, 'PAPER'
        FROM members.person p
       WHERE p.id = :personId
         AND p.primary_id = :primaryId
      """)
  int insertPaper(UUID id, UUID personId, UUID primaryId, LocalDate issuedOn);

  /** Whether the former member went elsewhere within the Union and keeps her card. */
  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM members.membership
         WHERE person_id = :personId
           AND primary_id = :primaryId
           AND valid_until = :endedOn
           AND end_reason = 'TRANSFER')
      """)
  boolean isTransferred(UUID personId, UUID primaryId, LocalDate endedOn);

  @Query(
      """
      SELECT count(*)
        FROM cards.card c
        JOIN cards.card_order o
          ON o.id = c.order_id
       WHERE c.id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
         AND CAST(o.created_at AT TIME ZONE 'Europe/Moscow' AS date) > :day
      """)
  int countOrderedAfter(String ids, LocalDate day);

  @Query(
      """
      UPDATE cards.card c
         SET status = :to,
             issued_on = CASE WHEN :to = 'AT_PRIMARY' THEN NULL ELSE coalesce(:issuedOn, c.issued_on) END,
             version = c.version + 1
        FROM unnest(
               CAST(string_to_array(:ids, ',') AS uuid[]),
               CAST(string_to_array(:versions, ',') AS integer[])) AS locked (id, version)
       WHERE c.id = locked.id
         AND c.version = locked.version
         AND c.status = :from
      """)
  int move(
      String ids, String versions, CardStatus from, CardStatus to, @Nullable LocalDate issuedOn);

  @Query(
      """
      INSERT INTO cards.card_step (
        id, card_id, person_id, primary_id, order_id, at, from_status, to_status, reason, account_id,
        organisation_id)
      SELECT new.id, c.id, c.person_id, c.primary_id, c.order_id, :at, :from, :to, :reason, :accountId,
             :organisationId
        FROM unnest(
               CAST(string_to_array(:stepIds, ',') AS uuid[]),
               CAST(string_to_array(:cardIds, ',') AS uuid[])) AS new (id, card_id)
        JOIN cards.card c
          ON c.id = new.card_id
      """)
  int insertSteps(
      String stepIds,
      String cardIds,
      Instant at,
      @Nullable CardStatus from,
      CardStatus to,
      @Nullable String reason,
      @Nullable UUID accountId,
      @Nullable UUID organisationId);
}
