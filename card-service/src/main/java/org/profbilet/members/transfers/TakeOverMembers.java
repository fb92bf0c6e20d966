package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.Members;
import org.profbilet.members.MembershipHistory;
import org.profbilet.members.Today;
import org.profbilet.members.transfers.TakeOutcome.Reason;
import org.profbilet.members.transfers.TakeOutcome.Refused;
import org.profbilet.members.transfers.TakeOutcome.Taken;
import org.profbilet.requests.IdList;

/**
 * All members of a closed primary come to the one that takes them over, in one step: today ends
 * there and begins here, so that nobody is lost and no day counts twice.
 */
@Singleton
public class TakeOverMembers {

  private final RowScope rowScope;
  private final TakeoverRepository repository;
  private final Members members;
  private final MembershipHistory history;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  TakeOverMembers(
      RowScope rowScope,
      TakeoverRepository repository,
      Members members,
      MembershipHistory history,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.members = members;
    this.history = history;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /** Closed primaries with members whom this one takes over; numbers, no names. */
  public List<ClosedPrimary> listWaiting(Acting acting) {
    return repository.listWaiting(acting.organisationId());
  }

  /**
   * @param key names the request and becomes the id of the step
   */
  @Transactional
  public TakeOutcome takeOver(Acting acting, UUID key, UUID closedId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Optional<Takeover> earlier = repository.find(key, primaryId);
    if (earlier.isPresent()) {
      return earlier.get().fromPrimaryId().equals(closedId)
          ? new Taken(earlier.get().people())
          : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    if (!repository.open(closedId)) {
      return new Refused(Reason.NOBODY_TO_TAKE);
    }
    Stream.of(closedId, primaryId).sorted().forEach(members::lock);
    List<UUID> periods = repository.listCounted(closedId);
    if (periods.isEmpty()) {
      return new Refused(Reason.NOBODY_TO_TAKE);
    }
    move(acting, closedId, periods);
    Instant now = clock.instant();
    repository.save(
        new Takeover(key, closedId, primaryId, periods.size(), acting.accountId(), now));
    Map<String, Object> details = Map.of("people", periods.size());
    audit.record(acting.accountId(), closedId, "MEMBERS_TAKEN_OVER", key, details);
    audit.record(acting.accountId(), primaryId, "MEMBERS_CAME", key, details);
    return new Taken(periods.size());
  }

  private void move(Acting acting, UUID closedId, List<UUID> periods) {
    UUID primaryId = acting.organisationId();
    UUID accountId = acting.accountId();
    LocalDate day = today.date();
    Instant now = clock.instant();
    String counted = IdList.of(periods);
    List<UUID> ending =
        Stream.concat(periods.stream(), repository.listLinks(counted, primaryId).stream()).toList();
    history.remember(ending);
    repository.end(IdList.of(ending), day);
    history.restate(ending, day, accountId, null);
    expect(periods.size(), repository.carry(counted, closedId, primaryId));
    expect(periods.size(), repository.begin(counted, primaryId, day, now, accountId));
    repository.note(counted, closedId, "REGISTERED", "ORG_CLOSED", now, accountId);
    repository.note(counted, primaryId, null, "TRANSFER", now, accountId);
    repository.cancelRequests(primaryId, now);
    repository.cancelClaims(primaryId);
  }

  /** None is lost on the way. */
  private static void expect(int people, int done) {
    if (done != people) {
      throw new IllegalStateException(done + " rows written of " + people);
    }
  }
}
