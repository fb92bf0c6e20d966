package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Organisations;

/**
 * A primary without a computer lets the organisation right above it work in its name: explicitly,
 * at most for a year, and until it says stop.
 */
@Singleton
public class DelegateWork {

  private final DelegationRepository delegations;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  DelegateWork(
      DelegationRepository delegations, Organisations organisations, Audit audit, Clock clock) {
    this.delegations = delegations;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    GIVEN,
    GIVEN_ALREADY,
    TERM_WRONG
  }

  /** The delegation in force today, or empty. */
  public Optional<Delegation> find(UUID primaryId) {
    LocalDate today = today();
    return delegations.findLiving(primaryId).filter(given -> given.validUntil().isAfter(today));
  }

  /**
   * @param id the key of the request
   * @param until the first day without it, at most a year from today
   */
  @Transactional
  public Outcome give(Acting acting, UUID id, LocalDate until) {
    UUID primaryId = acting.organisationId();
    LocalDate today = today();
    if (!until.isAfter(today) || until.isAfter(today.plusYears(1))) {
      return Outcome.TERM_WRONG;
    }
    if (find(primaryId).isPresent()) {
      return delegations.findById(id).isPresent() ? Outcome.GIVEN : Outcome.GIVEN_ALREADY;
    }
    delegations.markRevoked(primaryId, acting.accountId(), clock.instant());
    UUID office = organisations.getParentOf(organisations.get(primaryId)).id();
    delegations.save(
        new Delegation(
            id, primaryId, office, today, until, acting.accountId(), clock.instant(), null, null));
    audit.record(
        acting.accountId(), primaryId, "WORK_DELEGATED", id, Map.of("office", office.toString()));
    return Outcome.GIVEN;
  }

  /** Nothing to revoke is as good as revoked. */
  @Transactional
  public void revoke(Acting acting) {
    UUID primaryId = acting.organisationId();
    if (delegations.markRevoked(primaryId, acting.accountId(), clock.instant()) == 1) {
      audit.record(acting.accountId(), primaryId, "DELEGATION_REVOKED", primaryId, Map.of());
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
