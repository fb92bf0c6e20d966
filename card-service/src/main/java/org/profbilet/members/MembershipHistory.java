package org.profbilet.members;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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

  MembershipHistory(StateRepository repository) {
    this.repository = repository;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void remember(Collection<UUID> membershipIds) {
    repository.rememberFirst(IdList.of(membershipIds));
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
      Instant at,
      @Nullable UUID accountId,
      @Nullable String reason) {
    String ids = IdList.of(membershipIds);
    repository.endFrom(ids, day, at, null);
    repository.stateFrom(ids, day, at, accountId, reason);
  }

  /** These memberships never were: a merge says so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeBack(Collection<UUID> membershipIds, Instant at, UUID mergeId) {
    repository.endFrom(IdList.of(membershipIds), LocalDate.EPOCH.withYear(1), at, mergeId);
  }

  /** What the merge took from this person is true again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void believeAgain(UUID mergeId, UUID personId, Instant at) {
    repository.believeAgain(mergeId, personId, at);
  }

  /** The counted periods of a person in a primary, newest first, in the parts that differ. */
  public List<PastState> list(UUID primaryId, UUID personId) {
    return repository.listKnown(primaryId, personId);
  }
}
