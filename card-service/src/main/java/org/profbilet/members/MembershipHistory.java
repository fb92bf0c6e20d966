package org.profbilet.members;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.requests.IdList;

/**
 * Keeps what was true of memberships on past days and when it was known. Whoever changes rows of
 * memberships calls {@link #remember} before and {@link #restate} after, in the same transaction.
 */
@Singleton
public class MembershipHistory {

  private final StateRepository repository;
  private final Clock clock;

  MembershipHistory(StateRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void remember(Collection<UUID> membershipIds) {
    repository.rememberFirst(IdList.of(membershipIds), clock.instant());
  }

  /**
   * The memberships are, from this day on, what their rows say now; days before it stay as they
   * were. A day in the past is a late entry: both times are kept.
   *
   * @param reason why the entry is late, or null
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void restate(
      Collection<UUID> membershipIds,
      LocalDate day,
      @Nullable UUID accountId,
      @Nullable String reason) {
    String ids = IdList.of(membershipIds);
    Instant at = repository.momentFor(ids, clock.instant());
    repository.endFrom(ids, day, at, null);
    repository.stateFrom(ids, day, at, accountId, reason);
  }

  /** These memberships never were: a merge says so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeBack(Collection<UUID> membershipIds, UUID mergeId) {
    String ids = IdList.of(membershipIds);
    Instant at = repository.momentFor(ids, clock.instant());
    repository.endFrom(ids, LocalDate.EPOCH.withYear(1), at, mergeId);
  }

  /** What the merge took from this person is true again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void believeAgain(UUID mergeId, UUID personId) {
    repository.believeAgain(mergeId, personId, clock.instant());
  }

  /** The counted periods of a person in a primary, newest first, in the parts that differ. */
  public List<PastState> list(UUID primaryId, UUID personId) {
    return repository.listKnown(primaryId, personId);
  }
}
