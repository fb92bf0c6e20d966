package org.profbilet.members.transfers;

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

/** The rows that a takeover changes, all of them at once; ids of periods are one parameter. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TakeoverRepository extends GenericRepository<Takeover, UUID> {

  void save(Takeover takeover);

  @Query(
      """
      SELECT id, from_primary_id, primary_id, people, taken_by, taken_at
        FROM members.takeover
       WHERE id = :id
         AND primary_id = :primaryId
      """)
  Optional<Takeover> find(UUID id, UUID primaryId);

  @Query(
      """
      SELECT o.id, o.name, s.people
        FROM members.received r
        JOIN organisations.organisation o
          ON o.id = r.closed_id
       CROSS JOIN LATERAL members.count_stranded(ARRAY[o.id]) s
       WHERE r.primary_id = :primaryId
       ORDER BY o.name COLLATE "ru-x-icu", o.id
      """)
  List<ClosedPrimary> listWaiting(UUID primaryId);

  /** Who takes over from now on; whoever was named before does not. */
  @Query(
      """
      INSERT INTO members.receiver (closed_id, primary_id, named_by, named_at)
      VALUES (:closedId, :primaryId, :by, :at)
      ON CONFLICT (closed_id) DO UPDATE
        SET primary_id = EXCLUDED.primary_id, named_by = EXCLUDED.named_by, named_at = EXCLUDED.named_at
      """)
  int name(UUID closedId, UUID primaryId, UUID by, Instant at);

  /**
   * @return whether the primary in scope takes over the members of the closed one; then both are
   *     open
   */
  @Query("SELECT members.open_closed(:closedId)")
  boolean open(UUID closedId);

  @Query(
      """
      SELECT id
        FROM members.membership
       WHERE primary_id = :primaryId
         AND kind = 'COUNTED'
         AND valid_until IS NULL
       ORDER BY id
         FOR UPDATE
      """)
  List<UUID> listCounted(UUID primaryId);

  /**
   * Links of the same people as part-timers of the receiving primary: they become members there.
   */
  @Query(
      """
      SELECT link.id
        FROM members.membership link
        JOIN members.membership counted
          ON counted.person_id = link.person_id
       WHERE counted.id = ANY (CAST(string_to_array(:periods, ',') AS uuid[]))
         AND link.primary_id = :primaryId
         AND link.kind = 'SECONDARY'
         AND link.valid_until IS NULL
      """)
  List<UUID> listLinks(String periods, UUID primaryId);

  @Query(
      """
      UPDATE members.membership
         SET valid_until = greatest(valid_from, :day), end_reason = 'ORG_CLOSED', version = version + 1
       WHERE id = ANY (CAST(string_to_array(:periods, ',') AS uuid[]))
      """)
  int end(String periods, LocalDate day);

  @Query(
      """
      UPDATE members.person p
         SET primary_id = :toPrimaryId, version = p.version + 1
        FROM members.membership m
       WHERE m.id = ANY (CAST(string_to_array(:periods, ',') AS uuid[]))
         AND p.id = m.person_id
         AND p.primary_id = :fromPrimaryId
      """)
  int carry(String periods, UUID fromPrimaryId, UUID toPrimaryId);

  /** They do what they did; units and offices of the closed primary are no more. */
  @Query(
      """
      INSERT INTO members.membership (
        id, person_id, primary_id, kind, category, engagement, position_name, staff_group, education,
        dues_by_payroll, joined_union_on, joined_union_precision, registered_on, suspended_until, valid_from,
        recorded_at, recorded_by)
      SELECT gen_random_uuid(), m.person_id, :toPrimaryId, 'COUNTED', m.category, m.engagement, m.position_name,
             m.staff_group, m.education, m.dues_by_payroll, m.joined_union_on, m.joined_union_precision, :day,
             m.suspended_until, :day, :at, :by
        FROM members.membership m
       WHERE m.id = ANY (CAST(string_to_array(:periods, ',') AS uuid[]))
      """)
  int begin(String periods, UUID toPrimaryId, LocalDate day, Instant at, UUID by);

  @Query(
      """
      INSERT INTO members.change (id, person_id, primary_id, at, account_id, field, old_value, new_value)
      SELECT gen_random_uuid(), m.person_id, :primaryId, :at, :by, 'MEMBERSHIP', CAST(:before AS text), :after
        FROM members.membership m
       WHERE m.id = ANY (CAST(string_to_array(:periods, ',') AS uuid[]))
      """)
  int note(
      String periods, UUID primaryId, @Nullable String before, String after, Instant at, UUID by);

  /** Requests of the primary for people who have come: there is nothing more to ask. */
  @Query(
      """
      UPDATE members.request r
         SET state = 'CANCELLED', answered_at = :at
        FROM members.claim c
       WHERE c.request_id = r.id
         AND c.primary_id = :primaryId
         AND c.to_primary_id = :primaryId
         AND c.state = 'WAITING'
      """)
  int cancelRequests(UUID primaryId, Instant at);

  @Query(
      """
      UPDATE members.claim
         SET state = 'CANCELLED'
       WHERE primary_id = :primaryId
         AND to_primary_id = :primaryId
         AND state = 'WAITING'
      """)
  int cancelClaims(UUID primaryId);
}
