package org.profbilet.cards;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardOutcome.Done;
import org.profbilet.cards.CardOutcome.Reason;
import org.profbilet.cards.CardOutcome.Refused;
import org.profbilet.requests.IdList;
import org.profbilet.requests.Selection;

/** The chair marks cards issued after she handed them out: these, or all that wait except these. */
@Singleton
public class IssueCards {

  private final RowScope rowScope;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final ApplicationEventPublisher<CardIssued> facts;
  private final Today today;
  private final Clock clock;

  IssueCards(
      RowScope rowScope,
      CardRepository cards,
      CardMoves moves,
      Audit audit,
      ApplicationEventPublisher<CardIssued> facts,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
    this.facts = facts;
    this.today = today;
    this.clock = clock;
  }

  /** All of the request or none: one card that cannot be issued refuses the whole. */
  @Transactional
  public CardOutcome issue(Acting acting, Selection selection, LocalDate issuedOn) {
    CardMove.ISSUE.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    String ids = IdList.of(selection.ids());
    List<CardToMove> named = cards.lockOfPrimary(acting.organisationId(), ids);
    if (named.size() != selection.ids().size()) {
      return new Refused(Reason.UNKNOWN_CARD);
    }
    List<CardToMove> chosen =
        selection.isOnly() ? named : waitingExcept(acting.organisationId(), selection);
    return refusal(chosen, issuedOn)
        .<CardOutcome>map(Refused::new)
        .orElseGet(() -> issueAll(acting, chosen, issuedOn));
  }

  private List<CardToMove> waitingExcept(UUID primaryId, Selection selection) {
    List<UUID> waiting =
        cards.listWaiting(primaryId).stream().filter(id -> !selection.ids().contains(id)).toList();
    return cards.lockOfPrimary(primaryId, IdList.of(waiting)).stream()
        .filter(card -> card.status() == CardStatus.AT_PRIMARY)
        .toList();
  }

  private Optional<Reason> refusal(List<CardToMove> chosen, LocalDate issuedOn) {
    if (chosen.isEmpty()) {
      return Optional.of(Reason.NOTHING_TO_ISSUE);
    }
    Optional<Reason> wrongStep =
        chosen.stream().map(CardToMove::status).flatMap(s -> notIssuable(s).stream()).findFirst();
    if (wrongStep.isPresent()) {
      return wrongStep;
    }
    String ids = IdList.of(chosen.stream().map(CardToMove::id).toList());
    boolean wrongDate =
        issuedOn.isAfter(today.date()) || cards.countOrderedAfter(ids, issuedOn) > 0;
    return wrongDate ? Optional.of(Reason.ISSUE_DATE_WRONG) : Optional.empty();
  }

  static Optional<Reason> notIssuable(CardStatus status) {
    return switch (status) {
      case AT_PRIMARY -> Optional.empty();
      case ORDERED, IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED_REGION ->
          Optional.of(Reason.NOT_DELIVERED);
      case ISSUED -> Optional.of(Reason.ALREADY_ISSUED);
      case CANCELLED, DEFECTIVE, LOST_IN_TRANSIT, LOST, WITHDRAWN, REPLACED, ANNULLED ->
          Optional.of(Reason.CARD_ENDED);
    };
  }

  private CardOutcome issueAll(Acting acting, List<CardToMove> chosen, LocalDate issuedOn) {
    moves.move(CardMove.ISSUE, chosen, acting, null, issuedOn);
    for (CardToMove card : chosen) {
      audit.record(
          acting.accountId(),
          acting.organisationId(),
          "CARD_ISSUED",
          card.id(),
          Map.of("on", issuedOn.toString()));
      facts.publishEvent(
          new CardIssued(card.id(), card.personId(), card.primaryId(), issuedOn, clock.instant()));
    }
    return new Done(chosen.stream().map(CardToMove::id).toList());
  }
}
