package org.profbilet.consents;

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

  /**
   * LATERAL … OFFSET 0: every decision by its key. In the midst of a large load the planner does
   * not know yet how many there are, and compared each with each.
   */
  @Query(
      """
      SELECT c.person_id, c.purpose, c.channel, c.state, c.version, d.signed_on, d.form,
             t.version AS text_version, d.recorded_at
        FROM consents.current c
       CROSS JOIN LATERAL (
               SELECT one.signed_on, one.form, one.text_id, one.recorded_at
                 FROM consents.decision one
                WHERE one.id = c.decision_id
               OFFSET 0) d
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

  /**
   * Waits for every sender that holds one of these rows; in one order, so that none deadlocks.
   * Every person by the key, as above.
   */
  @Query(
      """
      SELECT held.person_id
        FROM (SELECT id
                FROM unnest(CAST(string_to_array(:personIds, ',') AS uuid[])) AS id
               ORDER BY id) asked
       CROSS JOIN LATERAL (
               SELECT person_id
                 FROM consents.current
                WHERE person_id = asked.id
                  AND purpose = :purpose
                ORDER BY channel
                  FOR UPDATE) held
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
         AND NOT EXISTS (SELECT 1
                           FROM consents.decision d
                           JOIN consents.text signed
                             ON signed.id = d.text_id
                           JOIN consents.text t
                             ON t.purpose = signed.purpose
                            AND t.effective_from > signed.effective_from
                          WHERE d.id = decision_id
                            AND t.effective_from <= :day
                            AND NOT t.keeps_earlier)
       ORDER BY person_id, channel
         FOR SHARE
      """)
  List<UUID> lockGiven(UUID primaryId, Purpose purpose, LocalDate day);

  /**
   * @param row a {@link LedgerRow}
   */
  @Query(
      """
      INSERT INTO consents.decision (
        id, person_id, primary_id, purpose, channel, state, version, text_id, form, signed_on, keeper_id,
        recording_id, recorded_by, evidence, device_id, device_key, cause, recorded_at)
      SELECT new.id, new.person_id, r."primaryId", r.purpose, r.channel, r.state, 0, r."textId", r.form,
             r."signedOn", r."keeperId", r."recordingId", r."recordedBy", r.evidence, r."deviceId",
             r."deviceKey", r.cause, r."recordedAt"
        FROM jsonb_to_record(CAST(:row AS jsonb)) AS r (
               "primaryId" uuid, purpose text, channel text, state text, "textId" uuid, form text,
               "signedOn" date, "keeperId" uuid, "recordingId" uuid, "recordedBy" uuid, evidence text,
               "deviceId" uuid, "deviceKey" text, cause text, "recordedAt" timestamptz)
       CROSS JOIN unnest(
               CAST(string_to_array(:ids, ',') AS uuid[]),
               CAST(string_to_array(:personIds, ',') AS uuid[])) AS new (id, person_id)
       ORDER BY new.person_id
      """)
  void append(String ids, String personIds, String row);

  /** Everything a person ever decided, and what rules did to it, newest first. */
  @Query(
      """
      SELECT d.purpose, d.channel, d.state, d.signed_on, d.form, d.cause, t.version AS text_version,
             t.sha256 AS text_sha256, d.evidence, d.recorded_at
        FROM consents.decision d
        JOIN consents.text t
          ON t.id = d.text_id
       WHERE d.person_id = :personId
       ORDER BY d.recorded_at DESC, d.purpose, d.channel, d.version DESC
      """)
  List<PastDecision> listHistory(UUID personId);

  /** Ends consents to words that were replaced, at most so many at a time; in their own scopes. */
  @Query(
      "SELECT person_id, primary_id, purpose, channel FROM consents.lapse_replaced(:day, :at, :most)")
  List<Lapsed> lapseReplaced(LocalDate day, Instant at, int most);

  @Query("SELECT set_config('lock_timeout', :limit, true)")
  String limitWaiting(String limit);

  /** A consent that newer words have ended. */
  @Introspected
  record Lapsed(UUID personId, UUID primaryId, Purpose purpose, Channel channel) {}
}
