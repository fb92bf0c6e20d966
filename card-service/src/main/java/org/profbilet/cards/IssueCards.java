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
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardOutcome.Done;
import org.profbilet.cards.CardOutcome.Reason;
import org.profbilet.cards.CardOutcome.Refused;
import org.profbilet.requests.IdList;
import org.profbilet.requests.Selection;

/**
 * The chair marks cards issued after she handed them out: these, all that wait except these, or the
 * one whose code she scans.
 */
@Singleton
public class IssueCards {

  private final RowScope rowScope;
  private final CardRepository cards;
  private final ReadCode readCode;
  private final CardMoves moves;
  private final Audit audit;
  private final ApplicationEventPublisher<CardIssued> facts;
  private final Today today;
  private final Clock clock;

  IssueCards(
      RowScope rowScope,
      CardRepository cards,
      ReadCode readCode,
      CardMoves moves,
      Audit audit,
      ApplicationEventPublisher<CardIssued> facts,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.cards = cards;
    this.readCode = readCode;
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
    List<CardToMove> named =
        cards.lockOfPrimary(acting.organisationId(), IdList.of(selection.ids()));
    if (named.size() != selection.ids().size()) {
      return new Refused(Reason.UNKNOWN_CARD);
    }
    List<CardToMove> chosen =
        selection.isOnly() ? named : waitingExcept(acting.organisationId(), selection);
    return refusal(chosen, issuedOn, false)
        .<CardOutcome>map(Refused::new)
        .orElseGet(() -> issueAll(acting, chosen, issuedOn));
  }

  /**
   * The card itself is in the chair's hand: it may be issued even where nobody has said yet that it
   * came.
   *
   * @param code what the camera or the scanner read: the QR, or the Code 128 of the number
   */
  @Transactional
  public CardOutcome issueScanned(Acting acting, String code, LocalDate issuedOn) {
    CardMove.ISSUE.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    Optional<ReadCode.Copy> copy = readCode.read(code);
    if (copy.isEmpty()) {
      return new Refused(Reason.CODE_UNKNOWN);
    }
    List<CardToMove> found =
        copy.flatMap(c -> cards.findCopy(acting.organisationId(), c.ticketNumber(), c.serial()))
            .map(id -> cards.lockOfPrimary(acting.organisationId(), id.toString()))
            .orElse(List.of());
    if (found.isEmpty()) {
      return new Refused(Reason.UNKNOWN_CARD);
    }
    return refusal(found, issuedOn, copy.get().serial() != null)
        .<CardOutcome>map(Refused::new)
        .orElseGet(() -> issueAll(acting, found, issuedOn));
  }

  private List<CardToMove> waitingExcept(UUID primaryId, Selection selection) {
    List<UUID> waiting =
        cards.listWaiting(primaryId, today.date()).stream()
            .filter(id -> !selection.ids().contains(id))
            .toList();
    return cards.lockOfPrimary(primaryId, IdList.of(waiting)).stream()
        .filter(card -> card.status() == CardStatus.AT_PRIMARY)
        .toList();
  }

  private Optional<Reason> refusal(List<CardToMove> chosen, LocalDate issuedOn, boolean inHand) {
    if (chosen.isEmpty()) {
      return Optional.of(Reason.NOTHING_TO_ISSUE);
    }
    Optional<Reason> wrongStep =
        chosen.stream()
            .map(CardToMove::status)
            .flatMap(status -> notIssuable(status, inHand).stream())
            .findFirst();
    if (wrongStep.isPresent()) {
      return wrongStep;
    }
    String ids = IdList.of(chosen.stream().map(CardToMove::id).toList());
    if (cards.countOfFormerMembers(ids, today.date()) > 0) {
      return Optional.of(Reason.NOT_A_MEMBER);
    }
    boolean wrongDate =
        issuedOn.isAfter(today.date()) || cards.countOrderedAfter(ids, issuedOn) > 0;
    return wrongDate ? Optional.of(Reason.ISSUE_DATE_WRONG) : Optional.empty();
  }

  static Optional<Reason> notIssuable(CardStatus status, boolean inHand) {
    return switch (status) {
      case AT_PRIMARY -> Optional.empty();
      case SHIPPED, RECEIVED_REGION ->
          inHand ? Optional.empty() : Optional.of(Reason.NOT_DELIVERED);
      case ORDERED, IN_PRODUCTION, PRODUCED -> Optional.of(Reason.NOT_DELIVERED);
      case ISSUED -> Optional.of(Reason.ALREADY_ISSUED);
      case CANCELLED, DEFECTIVE, LOST_IN_TRANSIT, LOST, WITHDRAWN, REPLACED, ANNULLED ->
          Optional.of(Reason.CARD_ENDED);
    };
  }

  private CardOutcome issueAll(Acting acting, List<CardToMove> chosen, LocalDate issuedOn) {
    replacePaper(acting, chosen);
    CardMove move =
        CardMove.find(chosen.get(0).status(), CardStatus.ISSUED, acting.level()).orElseThrow();
    moves.move(move, chosen, acting, null, issuedOn);
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

  /** One card in the hand: the plastic one ends the paper one that bridged the wait. */
  private void replacePaper(Acting acting, List<CardToMove> chosen) {
    String persons =
        chosen.stream().map(card -> card.personId().toString()).collect(Collectors.joining(","));
    moves.move(
        CardMove.REPLACE,
        cards.lockOfPersons(acting.organisationId(), persons, CardStatus.ISSUED.name()),
        acting,
        "Выдана пластиковая карта",
        null);
  }
}
