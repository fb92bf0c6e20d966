package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.CancelOrder;
import org.profbilet.cards.ListOrders;
import org.profbilet.cards.OrderCards;
import org.profbilet.cards.OrderCardsOutcome;
import org.profbilet.cards.OrderOutcome;
import org.profbilet.cards.OrderSummary;
import org.profbilet.cards.PrintOrder;
import org.profbilet.cards.ShowEligibility;
import org.profbilet.contract.chair.OrderApi;
import org.profbilet.contract.chair.OrderEligibility;
import org.profbilet.contract.chair.OrderRequest;
import org.profbilet.contract.chair.OrderView;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class OrderController implements OrderApi {

  private final Access access;
  private final ShowEligibility showEligibility;
  private final OrderCards orderCards;
  private final ListOrders listOrders;
  private final CancelOrder cancelOrder;
  private final PrintOrder printOrder;
  private final Caller caller;

  OrderController(
      Access access,
      ShowEligibility showEligibility,
      OrderCards orderCards,
      ListOrders listOrders,
      CancelOrder cancelOrder,
      PrintOrder printOrder,
      Caller caller) {
    this.access = access;
    this.showEligibility = showEligibility;
    this.orderCards = orderCards;
    this.listOrders = listOrders;
    this.cancelOrder = cancelOrder;
    this.printOrder = printOrder;
    this.caller = caller;
  }

  @Override
  public OrderEligibility eligibility(UUID primaryId) {
    return CardWords.eligibility(showEligibility.show(acting(primaryId)));
  }

  @Override
  public OrderView order(UUID primaryId, UUID key, @Body @Valid OrderRequest request) {
    Acting acting = acting(primaryId);
    OrderCardsOutcome outcome =
        orderCards.order(acting, key, Choice.of(request.mode(), request.personIds()));
    if (outcome instanceof OrderCardsOutcome.Refused refused) {
      throw new Refusal(CardWords.problem(refused.reason()));
    }
    return one(acting, key);
  }

  @Override
  public OrderView draft(UUID primaryId, @Body @Valid OrderRequest request) {
    Acting acting = acting(primaryId);
    OrderCardsOutcome outcome =
        orderCards.draft(acting, Choice.of(request.mode(), request.personIds()));
    if (outcome instanceof OrderCardsOutcome.Ordered kept) {
      return one(acting, kept.order().id());
    }
    throw new Refusal(CardWords.problem(((OrderCardsOutcome.Refused) outcome).reason()));
  }

  @Override
  public OrderView cancel(UUID primaryId, UUID orderId) {
    Acting acting = acting(primaryId);
    if (cancelOrder.cancel(acting, orderId) instanceof OrderOutcome.Refused) {
      throw new Refusal(ProblemType.ORDER_NOT_WAITING);
    }
    return one(acting, orderId);
  }

  @Override
  public List<OrderView> list(UUID primaryId) {
    return listOrders.list(acting(primaryId), null).stream().map(OrderController::view).toList();
  }

  @Override
  public HttpResponse<byte[]> paper(UUID primaryId, UUID orderId) {
    return PdfAnswer.of(printOrder.print(acting(primaryId), orderId), "order.pdf");
  }

  private OrderView one(Acting acting, UUID orderId) {
    return listOrders.list(acting, null).stream()
        .filter(order -> order.id().equals(orderId))
        .findFirst()
        .map(OrderController::view)
        .orElseThrow(NotYours::new);
  }

  private static OrderView view(OrderSummary order) {
    return new OrderView(
        order.id(),
        order.number(),
        order.state().name(),
        order.cardCount(),
        order.priceKopecks(),
        order.sumKopecks(),
        order.payerName(),
        order.returnReason(),
        order.createdAt());
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.ORDER_CARDS);
  }
}
