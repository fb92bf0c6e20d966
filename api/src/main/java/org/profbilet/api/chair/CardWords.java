package org.profbilet.api.chair;

import org.jspecify.annotations.Nullable;
import org.profbilet.cards.Candidate;
import org.profbilet.cards.CardOutcome;
import org.profbilet.cards.CardStep;
import org.profbilet.cards.CardSummary;
import org.profbilet.cards.Eligibility;
import org.profbilet.cards.Ineligible;
import org.profbilet.cards.OrderCardsOutcome;
import org.profbilet.contract.chair.CardHistory.Step;
import org.profbilet.contract.chair.CardView;
import org.profbilet.contract.chair.OrderEligibility;
import org.profbilet.contract.problem.ProblemType;

/** Cards in the words of the contract. */
final class CardWords {

  private CardWords() {}

  static OrderEligibility eligibility(Eligibility eligibility) {
    return new OrderEligibility(
        eligibility.price().amount(),
        eligibility.sum().amount(),
        eligibility.eligible().stream()
            .map(
                p ->
                    new OrderEligibility.Person(
                        p.personId(), p.lastName(), p.firstName(), p.middleName()))
            .toList(),
        eligibility.others().stream().map(CardWords::ineligible).toList(),
        draft(eligibility.draft()));
  }

  private static OrderEligibility.@Nullable Draft draft(Eligibility.@Nullable Draft draft) {
    return draft == null ? null : new OrderEligibility.Draft(draft.orderId(), draft.leftOut());
  }

  private static OrderEligibility.Ineligible ineligible(Candidate person) {
    Ineligible reason = person.problem().orElseThrow();
    return new OrderEligibility.Ineligible(
        person.personId(),
        person.lastName(),
        person.firstName(),
        person.middleName(),
        reason.name(),
        reason.sentence());
  }

  static CardView view(CardSummary card) {
    return new CardView(
        card.id(),
        card.personId(),
        card.orderId(),
        card.lastName(),
        card.firstName(),
        card.middleName(),
        card.ticketNumber(),
        card.serial(),
        card.medium().name(),
        card.status().name(),
        card.status().title(),
        card.issuedOn());
  }

  static Step step(CardStep step) {
    return new Step(
        step.at(),
        step.fromStatus() == null ? null : step.fromStatus().name(),
        step.toStatus().name(),
        step.toStatus().title(),
        step.reason(),
        step.organisation());
  }

  static ProblemType problem(OrderCardsOutcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN_PERSON -> ProblemType.NOT_FOUND;
      case PERSON_NOT_ELIGIBLE -> ProblemType.ORDER_PERSON_NOT_ELIGIBLE;
      case NOBODY_CHOSEN -> ProblemType.ORDER_NOBODY_CHOSEN;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  static ProblemType problem(CardOutcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN_CARD -> ProblemType.NOT_FOUND;
      case NOT_DELIVERED -> ProblemType.CARD_NOT_DELIVERED;
      case ALREADY_ISSUED -> ProblemType.CARD_ALREADY_ISSUED;
      case CARD_ENDED -> ProblemType.CARD_ENDED;
      case ISSUE_DATE_WRONG -> ProblemType.CARD_ISSUE_DATE_WRONG;
      case NOTHING_TO_ISSUE -> ProblemType.CARD_NOTHING_TO_ISSUE;
      case CODE_UNKNOWN -> ProblemType.CARD_CODE_UNKNOWN;
      case NOT_A_MEMBER -> ProblemType.CARD_NOT_A_MEMBER;
      case TOO_LATE_TO_UNDO -> ProblemType.CARD_TOO_LATE_TO_UNDO;
      case HAS_CARD -> ProblemType.CARD_IN_THE_HAND;
      case NO_CONSENT -> ProblemType.CARD_NO_CONSENT;
    };
  }
}
