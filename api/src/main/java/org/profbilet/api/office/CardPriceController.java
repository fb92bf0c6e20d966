package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.Kopecks;
import org.profbilet.cards.PlanCosts;
import org.profbilet.cards.SetPrice;
import org.profbilet.cards.TerritoryCost;
import org.profbilet.contract.office.CardCosts;
import org.profbilet.contract.office.CardPrice;
import org.profbilet.contract.office.CardPriceApi;
import org.profbilet.contract.office.NewCardPrice;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CardPriceController implements CardPriceApi {

  private final Access access;
  private final SetPrice setPrice;
  private final PlanCosts planCosts;
  private final Caller caller;

  CardPriceController(Access access, SetPrice setPrice, PlanCosts planCosts, Caller caller) {
    this.access = access;
    this.setPrice = setPrice;
    this.planCosts = planCosts;
    this.caller = caller;
  }

  @Override
  public List<CardPrice> list(UUID organisationId) {
    acting(organisationId);
    return prices();
  }

  @Override
  public List<CardPrice> set(
      UUID organisationId, LocalDate validFrom, @Body @Valid NewCardPrice price) {
    Acting acting = acting(organisationId);
    return switch (setPrice.set(acting, validFrom, new Kopecks(price.kopecks()))) {
      case SET -> prices();
      case NOT_IN_FUTURE -> throw new Refusal(ProblemType.CARD_PRICE_NOT_IN_FUTURE);
      case ALREADY_ANOTHER -> throw new Refusal(ProblemType.CARD_PRICE_ALREADY_SET);
    };
  }

  @Override
  public CardCosts costs(UUID organisationId, int year) {
    PlanCosts.Costs costs = planCosts.plan(acting(organisationId), year);
    return new CardCosts(
        costs.year(),
        costs.price().amount(),
        costs.territories().stream().map(CardPriceController::view).toList());
  }

  private List<CardPrice> prices() {
    return setPrice.list().stream()
        .map(price -> new CardPrice(price.validFrom(), price.kopecks()))
        .toList();
  }

  private static CardCosts.Territory view(TerritoryCost cost) {
    return new CardCosts.Territory(
        cost.payerId(),
        cost.payer(),
        cost.members(),
        cost.ordered(),
        cost.orderedKopecks(),
        cost.withoutCard(),
        cost.stillKopecks());
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.SETTLE_ORDERS);
  }
}
