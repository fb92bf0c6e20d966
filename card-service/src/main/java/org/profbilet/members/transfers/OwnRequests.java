package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.MembershipHistory;
import org.profbilet.members.Today;

/** The requests of a primary: what it asked, what was answered, whom it is linked with. */
@Singleton
public class OwnRequests {

  private final RowScope rowScope;
  private final RequestRepository requests;
  private final PeriodRepository periods;
  private final MembershipHistory history;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  OwnRequests(
      RowScope rowScope,
      RequestRepository requests,
      PeriodRepository periods,
      MembershipHistory history,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.requests = requests;
    this.periods = periods;
    this.history = history;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /** Waiting ones first, then newest first. */
  @Transactional
  public List<Request> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    return requests.listOf(acting.organisationId());
  }

  /**
   * Takes a wish back. Nothing happens where it has been answered.
   *
   * @throws NotYours where this primary has no such request
   */
  @Transactional
  public void cancel(Acting acting, UUID requestId) {
    rowScope.primary(acting.organisationId());
    RequestRow request =
        requests.hold(requestId, acting.organisationId()).orElseThrow(NotYours::new);
    if (request.state() == RequestState.WAITING) {
      requests.cancelClaim(requestId);
      requests.answer(requestId, "CANCELLED", clock.instant(), null, null, null);
      audit.record(
          acting.accountId(), acting.organisationId(), "REQUEST_CANCELLED", requestId, Map.of());
    }
  }

  /** Whether a link was ended on that day. */
  public enum LinkOutcome {
    ENDED,
    NO_LINK,
    DAY_WRONG
  }

  /**
   * Ends the link with a part-timer; her counted membership elsewhere is not touched.
   *
   * @param on the first day without the link
   * @throws NotYours where this primary has no such request
   */
  @Transactional
  public LinkOutcome endLink(Acting acting, UUID requestId, LocalDate on) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    if (requests.hold(requestId, primaryId).isEmpty()) {
      throw new NotYours();
    }
    Request request =
        requests.listOf(primaryId).stream()
            .filter(one -> one.id().equals(requestId))
            .findFirst()
            .orElseThrow(NotYours::new);
    UUID personId = request.personId();
    LocalDate from = request.linkedOn();
    if (request.wish() != Wish.SECONDARY
        || personId == null
        || from == null
        || request.linkEndedOn() != null) {
      return LinkOutcome.NO_LINK;
    }
    if (!on.isAfter(from) || on.isAfter(today.date())) {
      return LinkOutcome.DAY_WRONG;
    }
    List<UUID> links =
        periods.listLinks(personId, primaryId).stream().map(PeriodRepository.Period::id).toList();
    history.remember(links);
    links.forEach(link -> periods.end(link, on));
    history.restate(links, on, acting.accountId(), null);
    audit.record(acting.accountId(), primaryId, "LINK_ENDED", requestId, Map.of());
    return LinkOutcome.ENDED;
  }
}
