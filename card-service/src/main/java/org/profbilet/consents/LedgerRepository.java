package org.profbilet.consents;

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
interface LedgerRepository extends GenericRepository<Decision, UUID> {

  @Query(
      """
      SELECT p.id AS person_id, p.last_name, p.first_name, p.middle_name
        FROM members.person p
        JOIN members.membership m
          ON m.person_id = p.id
         AND m.primary_id = p.primary_id
         AND m.kind = 'COUNTED'
         AND m.valid_from <= :day
         AND (m.valid_until IS NULL OR m.valid_until > :day)
       WHERE p.primary_id = :primaryId
       ORDER BY p.last_name COLLATE "ru-x-icu", p.first_name COLLATE "ru-x-icu",
                p.middle_name COLLATE "ru-x-icu", p.id
      """)
  List<MemberName> listMembers(UUID primaryId, LocalDate day);

  @Query("SELECT primary_id FROM members.person WHERE id = :personId")
  Optional<UUID> findPrimaryOf(UUID personId);

  @Query(
      """
      SELECT c.person_id, c.purpose, c.channel, c.state, c.version, d.signed_on, d.form,
             t.version AS text_version, d.recorded_at
        FROM consents.current c
        JOIN consents.decision d
          ON d.id = c.decision_id
        JOIN consents.text t
          ON t.id = d.text_id
       WHERE c.primary_id = :primaryId
         AND c.purpose = :purpose
       ORDER BY c.person_id, c.channel
      """)
  List<CurrentConsent> listCurrent(UUID primaryId, Purpose purpose);

  @Query(
      """
      SELECT c.person_id, c.purpose, c.channel, c.state, c.version, d.signed_on, d.form,
             t.version AS text_version, d.recorded_at
        FROM consents.current c
        JOIN consents.decision d
          ON d.id = c.decision_id
        JOIN consents.text t
          ON t.id = d.text_id
       WHERE c.person_id = :personId
       ORDER BY c.purpose, c.channel
      """)
  List<CurrentConsent> listOfPerson(UUID personId);

  /** Waits for every sender that holds one of these rows; in one order, so that none deadlocks. */
  @Query(
      """
      SELECT person_id
        FROM consents.current
       WHERE person_id = ANY (CAST(string_to_array(:personIds, ',') AS uuid[]))
         AND purpose = :purpose
       ORDER BY person_id, channel
         FOR UPDATE
      """)
  List<UUID> lockCurrent(String personIds, Purpose purpose);

  /** Holds the consents that an order relies on until the order is made. */
  @Query(
      """
      SELECT person_id
        FROM consents.current
       WHERE primary_id = :primaryId
         AND purpose = :purpose
         AND state = 'GIVEN'
       ORDER BY person_id, channel
         FOR SHARE
      """)
  List<UUID> lockGiven(UUID primaryId, Purpose purpose);

  @Query(
      """
      INSERT INTO consents.decision (
        id, person_id, primary_id, purpose, channel, state, version, text_id, form, signed_on, keeper_id,
        recording_id, recorded_by, recorded_at)
      SELECT new.id, new.person_id, :primaryId, :purpose, :channel, :state, 0, :textId, :form, :signedOn,
             :keeperId, :recordingId, :recordedBy, :recordedAt
        FROM unnest(
               CAST(string_to_array(:ids, ',') AS uuid[]),
               CAST(string_to_array(:personIds, ',') AS uuid[])) AS new (id, person_id)
       ORDER BY new.person_id
      """)
  void append(
      String ids,
      String personIds,
      UUID primaryId,
      Purpose purpose,
      Channel channel,
      ConsentState state,
      UUID textId,
      Form form,
      LocalDate signedOn,
      @Nullable UUID keeperId,
      @Nullable UUID recordingId,
      @Nullable UUID recordedBy,
      Instant recordedAt);

  @Query("SELECT set_config('lock_timeout', :limit, true)")
  String limitWaiting(String limit);
}
