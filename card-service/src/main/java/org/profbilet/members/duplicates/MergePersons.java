package org.profbilet.members.duplicates;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.Members;
import org.profbilet.members.MembershipHistory;
import org.profbilet.requests.IdList;
import org.profbilet.requests.RequestHash;

/**
 * Makes one human of two records, and two again. The record that goes keeps every row, with empty
 * periods; the one that stays is given the days she did not have, so that each day counts once.
 */
@Singleton
public class MergePersons {

  private final RowScope rowScope;
  private final MergeRepository merges;
  private final Members members;
  private final MembershipHistory history;
  private final Audit audit;
  private final Clock clock;

  MergePersons(
      RowScope rowScope,
      MergeRepository merges,
      Members members,
      MembershipHistory history,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.merges = merges;
    this.members = members;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param mergeId names the request and becomes the id of the merge
   * @param personId the record that stays, with its ticket number
   * @param mergedId the record that goes
   * @throws NotYours where one of the two is not a record of this primary
   */
  @Transactional
  public MergeOutcome merge(Acting acting, UUID mergeId, UUID personId, UUID mergedId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    Optional<MergeRow> earlier = merges.holdMerge(mergeId, primaryId);
    if (earlier.isPresent()) {
      return earlier.get().requestHash().equals(RequestHash.of(personId, mergedId))
          ? MergeOutcome.DONE
          : MergeOutcome.KEY_OF_ANOTHER_REQUEST;
    }
    if (personId.equals(mergedId)) {
      return MergeOutcome.NOT_TWO_RECORDS;
    }
    if (members.find(primaryId, personId).isEmpty()
        || members.find(primaryId, mergedId).isEmpty()) {
      throw new NotYours();
    }
    return write(acting.accountId(), primaryId, mergeId, personId, mergedId);
  }

  /** A record of the receiving primary joins the person who has just come to it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void mergeArrived(
      UUID accountId, UUID primaryId, UUID mergeId, UUID personId, UUID mergedId) {
    write(accountId, primaryId, mergeId, personId, mergedId);
  }

  private MergeOutcome write(
      UUID accountId, UUID primaryId, UUID mergeId, UUID personId, UUID mergedId) {
    openAllPeriodsOf(List.of(personId, mergedId));
    if (merges.hold(primaryId, personId, mergedId).size() != 2) {
      return MergeOutcome.NOT_TWO_RECORDS;
    }
    Instant now = clock.instant();
    String before = merges.image(mergeId, mergedId);
    List<UUID> periods = merges.listMemberships(mergedId);
    history.remember(periods);
    merges.empty(mergedId);
    history.takeBack(periods, mergeId);
    merges.give(mergeId, personId, before, now, accountId);
    merges.point(mergedId, personId);
    String hash = RequestHash.of(personId, mergedId);
    merges.keep(mergeId, primaryId, personId, mergedId, before, hash, accountId, now);
    note(accountId, primaryId, personId, "REGISTERED", "MERGED");
    audit.record(accountId, primaryId, "PERSONS_MERGED", mergeId, Map.of());
    return MergeOutcome.DONE;
  }

  /**
   * Parts the two again: every row stands as before the merge, to the last byte.
   *
   * @throws NotYours where this primary has made no such merge
   */
  @Transactional
  public MergeOutcome undo(Acting acting, UUID mergeId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    MergeRow merge = merges.holdMerge(mergeId, primaryId).orElseThrow(NotYours::new);
    if (merge.undoneAt() != null) {
      return MergeOutcome.DONE;
    }
    UUID mergedId = merge.mergedPersonId();
    openAllPeriodsOf(List.of(mergedId));
    if (!merges.isUntouched(mergeId, mergedId)) {
      return MergeOutcome.CHANGED_SINCE;
    }
    Instant now = clock.instant();
    List<UUID> given = merges.listGiven(mergeId);
    history.remember(given);
    merges.takeGiven(mergeId);
    history.takeBack(given, mergeId);
    merges.restorePeriods(mergeId);
    merges.restorePerson(mergeId);
    if (!merges.isRestored(mergeId, mergedId)) {
      throw new IllegalStateException("the rows do not stand as before the merge");
    }
    history.believeAgain(mergeId, mergedId);
    merges.markUndone(mergeId, now, acting.accountId());
    note(acting.accountId(), primaryId, merge.personId(), "MERGED", "MERGE_UNDONE");
    audit.record(acting.accountId(), primaryId, "MERGE_UNDONE", mergeId, Map.of());
    return MergeOutcome.DONE;
  }

  private void openAllPeriodsOf(List<UUID> people) {
    merges.openPeriodsOf(IdList.of(people));
    merges.speakUtc();
  }

  private void note(UUID accountId, UUID primaryId, UUID personId, String before, String after) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    merges.note(id, personId, primaryId, clock.instant(), accountId, before, after);
  }
}
