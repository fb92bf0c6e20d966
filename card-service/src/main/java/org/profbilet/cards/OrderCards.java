package org.profbilet.cards;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.OrderCardsOutcome.Ordered;
import org.profbilet.cards.OrderCardsOutcome.Reason;
import org.profbilet.cards.OrderCardsOutcome.Refused;
import org.profbilet.consents.HoldConsents;
import org.profbilet.consents.Purpose;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.requests.IdList;
import org.profbilet.requests.RequestHash;
import org.profbilet.requests.Selection;

/** The chair orders cards for members who may have one; what is printed is fixed at that moment. */
@Singleton
public class OrderCards {

  /** What stands in a draft for the hash of the request that sends it. */
  private static final String NOT_SENT = "-";

  private final RowScope rowScope;
  private final OrderRepository orders;
  private final EligibilityRepository eligibility;
  private final PriceRepository prices;
  private final CardRepository cards;
  private final CardMoves moves;
  private final HoldConsents holdConsents;
  private final Organisations organisations;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  OrderCards(
      RowScope rowScope,
      OrderRepository orders,
      EligibilityRepository eligibility,
      PriceRepository prices,
      CardRepository cards,
      CardMoves moves,
      HoldConsents holdConsents,
      Organisations organisations,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.orders = orders;
    this.eligibility = eligibility;
    this.prices = prices;
    this.cards = cards;
    this.moves = moves;
    this.holdConsents = holdConsents;
    this.organisations = organisations;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param orderId the idempotency key, which becomes the id of the order
   */
  @Transactional
  public OrderCardsOutcome order(Acting acting, UUID orderId, Selection persons) {
    CardMove.ORDER.requireLevelOf(acting);
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    eligibility.lockOrdersOf(primaryId.toString());
    String hash = RequestHash.of(primaryId, persons);
    Optional<CardOrder> earlier =
        orders.findById(orderId).filter(order -> order.state() != OrderState.DRAFT);
    if (earlier.isPresent()) {
      return answerAgain(earlier.get(), hash);
    }
    holdConsents.holdGiven(primaryId, Purpose.UNION_PROCESSING);
    List<Candidate> candidates = eligibility.listCandidates(primaryId, today.date());
    return refusal(candidates, persons)
        .<OrderCardsOutcome>map(Refused::new)
        .orElseGet(() -> make(acting, orderId, hash, chosen(candidates, persons)));
  }

  /**
   * Keeps what the chair has chosen so far, without any card; there is one draft a primary. It is
   * sent as an order with its id.
   */
  @Transactional
  public OrderCardsOutcome draft(Acting acting, Selection persons) {
    CardMove.ORDER.requireLevelOf(acting);
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    eligibility.lockOrdersOf(primaryId.toString());
    List<Candidate> candidates = eligibility.listCandidates(primaryId, today.date());
    return refusal(candidates, persons)
        .<OrderCardsOutcome>map(Refused::new)
        .orElseGet(() -> keep(acting, candidates, chosen(candidates, persons)));
  }

  private OrderCardsOutcome keep(Acting acting, List<Candidate> candidates, List<UUID> chosen) {
    if (chosen.isEmpty()) {
      return new Refused(Reason.NOBODY_CHOSEN);
    }
    List<UUID> leftOut =
        candidates.stream()
            .filter(person -> person.problem().isEmpty())
            .map(Candidate::personId)
            .filter(id -> !chosen.contains(id))
            .toList();
    UUID id = orders.findDraft(acting.organisationId()).orElseGet(UuidCreator::getTimeOrderedEpoch);
    LockOrder.requireOne(write(acting, id, OrderState.DRAFT, chosen.size(), leftOut, NOT_SENT));
    return new Ordered(orders.findById(id).orElseThrow());
  }

  private OrderCardsOutcome make(Acting acting, UUID orderId, String hash, List<UUID> personIds) {
    if (personIds.isEmpty()) {
      return new Refused(Reason.NOBODY_CHOSEN);
    }
    if (write(acting, orderId, OrderState.ORDERED, personIds.size(), List.of(), hash) != 1) {
      return new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    List<UUID> cardIds =
        personIds.stream().map(person -> UuidCreator.getTimeOrderedEpoch()).toList();
    int made = cards.insertOrdered(orderId, IdList.of(cardIds), IdList.of(personIds));
    if (made != personIds.size()) {
      throw new IllegalStateException("made " + made + " cards of " + personIds.size());
    }
    moves.record(CardMove.ORDER, cardIds, acting, null);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "CARDS_ORDERED",
        orderId,
        Map.of("cards", made));
    return new Ordered(orders.findById(orderId).orElseThrow());
  }

  private int write(
      Acting acting, UUID orderId, OrderState state, int count, List<UUID> leftOut, String hash) {
    UUID primaryId = acting.organisationId();
    Kopecks price = new Kopecks(prices.findOn(today.date()).orElseThrow().kopecks());
    UUID regionId = organisations.findAbove(primaryId, Level.REGIONAL).orElseThrow().id();
    UUID payerId =
        organisations.findAbove(primaryId, Level.LOCAL).map(Organisation::id).orElse(regionId);
    return orders.write(
        orderId,
        primaryId,
        payerId,
        regionId,
        state,
        count,
        price.amount(),
        price.times(count).amount(),
        IdList.of(leftOut),
        hash,
        acting.accountId(),
        clock.instant());
  }

  private static Optional<Reason> refusal(List<Candidate> candidates, Selection persons) {
    List<Candidate> named =
        candidates.stream().filter(person -> persons.ids().contains(person.personId())).toList();
    if (named.size() != persons.ids().size()) {
      return Optional.of(Reason.UNKNOWN_PERSON);
    }
    boolean ineligible =
        persons.isOnly() && named.stream().anyMatch(person -> person.problem().isPresent());
    return ineligible ? Optional.of(Reason.PERSON_NOT_ELIGIBLE) : Optional.empty();
  }

  private static List<UUID> chosen(List<Candidate> candidates, Selection persons) {
    Set<UUID> named = persons.ids();
    return candidates.stream()
        .filter(person -> person.problem().isEmpty())
        .map(Candidate::personId)
        .filter(id -> named.contains(id) == persons.isOnly())
        .toList();
  }

  private static OrderCardsOutcome answerAgain(CardOrder order, String hash) {
    return order.requestHash().equals(hash)
        ? new Ordered(order)
        : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
  }
}
