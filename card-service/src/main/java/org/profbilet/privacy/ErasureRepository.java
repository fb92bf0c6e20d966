package org.profbilet.privacy;

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
interface ErasureRepository extends GenericRepository<Erasure, UUID> {

  @Query(
      """
      INSERT INTO privacy.erasure (id, person_id, primary_id, withdrawn_at, due_on)
      VALUES (:id, :personId, :primaryId, :withdrawnAt, :dueOn)
      ON CONFLICT (person_id) WHERE state = 'DUE' DO NOTHING
      """)
  int insert(UUID id, UUID personId, UUID primaryId, Instant withdrawnAt, LocalDate dueOn);

  @Query(
      """
      UPDATE privacy.erasure
         SET state = 'CANCELLED'
       WHERE person_id IN (SELECT unnest(CAST(string_to_array(:personIds, ',') AS uuid[])))
         AND state = 'DUE'
      """)
  int cancel(String personIds);

  @Query(
      """
      SELECT id, number, person_id, primary_id, withdrawn_at, due_on, state, done_at, done_by, destroyed
        FROM privacy.erasure
       WHERE id = :id
         AND primary_id = :primaryId
      """)
  Optional<Erasure> find(UUID id, UUID primaryId);

  /** What is due first; then what was done, newest first. */
  @Query(
      """
      SELECT e.id, e.number, e.person_id, p.last_name, p.first_name, p.middle_name, e.withdrawn_at, e.due_on,
             e.state, e.done_at
        FROM privacy.erasure e
        LEFT JOIN members.person p
          ON p.id = e.person_id
       WHERE e.primary_id = :primaryId
         AND e.state <> 'CANCELLED'
       ORDER BY e.state = 'DONE', e.due_on, e.done_at DESC, e.id
      """)
  List<Line> list(UUID primaryId);

  /** Nobody is erased who is counted as a member, or whose card is on its way. */
  @Query(
      """
      SELECT EXISTS (SELECT 1
                       FROM members.membership m
                      WHERE m.person_id = :personId
                        AND m.kind = 'COUNTED'
                        AND (m.valid_until IS NULL OR m.valid_until > :day)) AS on_record,
             EXISTS (SELECT 1
                       FROM cards.card c
                      WHERE c.person_id = :personId
                        AND c.status IN ('ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION',
                                         'AT_PRIMARY')) AS card_under_way
      """)
  Standing standingOf(UUID personId, LocalDate day);

  /**
   * @return the counts as JSON; null where nothing is due any more
   */
  @Query("SELECT CAST(privacy.erase(:id, :at, :accountId) AS text)")
  @Nullable String erase(UUID id, Instant at, UUID accountId);

  /** One line of the chair's queue; the names are gone when it is done. */
  @Introspected
  record Line(
      UUID id,
      int number,
      UUID personId,
      @Nullable String lastName,
      @Nullable String firstName,
      @Nullable String middleName,
      Instant withdrawnAt,
      LocalDate dueOn,
      Erasure.State state,
      @Nullable Instant doneAt) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** What still stands against erasing. */
  @Introspected
  record Standing(boolean onRecord, boolean cardUnderWay) {}
}
