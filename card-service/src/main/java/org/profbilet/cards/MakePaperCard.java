package org.profbilet.cards;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardOutcome.Done;
import org.profbilet.cards.CardOutcome.Reason;
import org.profbilet.cards.CardOutcome.Refused;
import org.profbilet.consents.HoldConsents;
import org.profbilet.consents.Purpose;

/**
 * The chair makes a card on paper for who has no phone and no plastic yet: a copy with a serial and
 * a secret of its own, as good at a door as plastic. Asking again finds the same card.
 */
@Singleton
public class MakePaperCard {

  private final RowScope rowScope;
  private final EligibilityRepository eligibility;
  private final HoldConsents holdConsents;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final Today today;

  MakePaperCard(
      RowScope rowScope,
      EligibilityRepository eligibility,
      HoldConsents holdConsents,
      CardRepository cards,
      CardMoves moves,
      Audit audit,
      Today today) {
    this.rowScope = rowScope;
    this.eligibility = eligibility;
    this.holdConsents = holdConsents;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
    this.today = today;
  }

  @Transactional
  public CardOutcome make(Acting acting, UUID personId) {
    CardMove.PRINT_ON_PAPER.requireLevelOf(acting);
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    eligibility.lockOrdersOf(primaryId.toString());
    holdConsents.holdGiven(primaryId, Purpose.UNION_PROCESSING);
    return eligibility.listCandidates(primaryId, today.date()).stream()
        .filter(candidate -> candidate.personId().equals(personId))
        .findFirst()
        .map(candidate -> make(acting, candidate))
        .orElseGet(() -> new Refused(Reason.UNKNOWN_CARD));
  }

  private CardOutcome make(Acting acting, Candidate person) {
    if (!person.member()) {
      return new Refused(Reason.NOT_A_MEMBER);
    }
    if (!"GIVEN".equals(person.consent())) {
      return new Refused(Reason.NO_CONSENT);
    }
    List<CardToMove> inHand =
        cards.lockOfPersons(
            acting.organisationId(), person.personId().toString(), CardStatus.ISSUED.name());
    if (!inHand.isEmpty()) {
      CardToMove card = inHand.get(0);
      return card.medium() == CardMedium.PAPER
          ? new Done(List.of(card.id()))
          : new Refused(Reason.HAS_CARD);
    }
    UUID cardId = UuidCreator.getTimeOrderedEpoch();
    LockOrder.requireOne(
        cards.insertPaper(cardId, person.personId(), acting.organisationId(), today.date()));
    moves.record(CardMove.PRINT_ON_PAPER, List.of(cardId), acting, "Напечатана на бумаге");
    audit.record(
        acting.accountId(), acting.organisationId(), "CARD_PRINTED_ON_PAPER", cardId, Map.of());
    return new Done(List.of(cardId));
  }
}
