package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GateRepository extends GenericRepository<Decision, UUID> {

  /** FOR SHARE and not FOR KEY SHARE: only this conflicts with the update of a withdrawal. */
  @Query(
      """
      SELECT c.state, c.version, c.decision_id,
             EXISTS (SELECT 1
                       FROM consents.decision d
                       JOIN consents.text signed
                         ON signed.id = d.text_id
                       JOIN consents.text t
                         ON t.purpose = signed.purpose
                        AND t.effective_from > signed.effective_from
                      WHERE d.id = c.decision_id
                        AND t.effective_from <= :day
                        AND NOT t.keeps_earlier) AS replaced
        FROM consents.current c
       WHERE c.person_id = :personId
         AND c.purpose = :purpose
         AND c.channel = :channel
         FOR SHARE OF c
      """)
  Optional<Held> hold(UUID personId, Purpose purpose, Channel channel, LocalDate day);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1
          FROM members.membership
         WHERE person_id = :personId
           AND kind = 'COUNTED'
           AND valid_from <= :day
           AND (valid_until IS NULL OR valid_until > :day))
      """)
  boolean isMember(UUID personId, LocalDate day);

  /** GIVEN, or why advertising may not go; of a consent that is given and held. */
  @Query(
      """
      SELECT consents.ads_state(person_id, decision_id)
        FROM consents.current
       WHERE person_id = :personId
         AND purpose = 'MESSAGES'
         AND channel = :channel
      """)
  String adsState(UUID personId, Channel channel);

  /** An address that took the place of another after the decision is not the one agreed to. */
  @Query(
      """
      SELECT c.id, c.value, c.state, c.shared, c.verified_at IS NOT NULL AS verified,
             EXISTS (
               SELECT 1
                 FROM contacts.contact old
                 JOIN consents.decision d
                   ON d.id = :decisionId
                WHERE old.person_id = c.person_id
                  AND old.kind = c.kind
                  AND old.replaced_at > d.recorded_at) AS changed_since
        FROM contacts.contact c
       WHERE c.person_id = :personId
         AND c.kind = :kind
         AND c.replaced_at IS NULL
      """)
  Optional<Contact> findContact(UUID personId, String kind, UUID decisionId);

  @Query(
      """
      SELECT id, kind, value, dead_at IS NOT NULL AS dead
        FROM contacts.push_target
       WHERE person_id = :personId
       ORDER BY registered_at, id
      """)
  List<PushTarget> listPushTargets(UUID personId);

  /**
   * A consent that is held until the transaction ends.
   *
   * @param replaced newer words ask everybody anew; the ledger will say so within the hour
   */
  @Introspected
  record Held(ConsentState state, int version, UUID decisionId, boolean replaced) {}

  /** A phone or an e-mail as the gate judges it. */
  @Introspected
  record Contact(
      UUID id, String value, String state, boolean shared, boolean verified, boolean changedSince) {
    @Override
    public String toString() {
      return "Contact[" + id + "]";
    }
  }

  /** A device as the gate judges it. */
  @Introspected
  record PushTarget(UUID id, AddressKind kind, String value, boolean dead) {

    @Override
    public String toString() {
      return "PushTarget[" + id + "]";
    }
  }
}
