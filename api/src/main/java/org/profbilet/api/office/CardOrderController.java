package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.ApproveOrder;
import org.profbilet.cards.ListOrders;
import org.profbilet.cards.OrderOutcome;
import org.profbilet.cards.OrderState;
import org.profbilet.cards.OrderSummary;
import org.profbilet.cards.ReturnOrder;
import org.profbilet.cards.production.HandOverOrder;
import org.profbilet.contract.office.CardOrderApi;
import org.profbilet.contract.office.CardOrderView;
import org.profbilet.contract.office.CountedHop;
import org.profbilet.contract.office.OrderReturn;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CardOrderController implements CardOrderApi {

  private final Access access;
  private final ListOrders listOrders;
  private final ApproveOrder approveOrder;
  private final ReturnOrder returnOrder;
  private final HandOverOrder handOverOrder;
  private final Caller caller;

  CardOrderController(
      Access access,
      ListOrders listOrders,
      ApproveOrder approveOrder,
      ReturnOrder returnOrder,
      HandOverOrder handOverOrder,
      Caller caller) {
    this.access = access;
    this.listOrders = listOrders;
    this.approveOrder = approveOrder;
    this.returnOrder = returnOrder;
    this.handOverOrder = handOverOrder;
    this.caller = caller;
  }

  @Override
  public List<CardOrderView> list(UUID organisationId, @Nullable String state) {
    Acting acting = acting(organisationId);
    return listOrders.list(acting, state == null ? null : known(state)).stream()
        .map(order -> view(acting, order))
        .toList();
  }

  @Override
  public CardOrderView approve(UUID organisationId, UUID orderId) {
    Acting acting = acting(organisationId);
    return answer(acting, approveOrder.approve(acting, orderId));
  }

  @Override
  public CardOrderView returnOrder(
      UUID organisationId, UUID orderId, @Body @Valid OrderReturn request) {
    Acting acting = acting(organisationId);
    return answer(acting, returnOrder.returnOrder(acting, orderId, request.reason()));
  }

  @Override
  public CardOrderView handOver(
      UUID organisationId, UUID orderId, @Body @Nullable @Valid CountedHop count) {
    Acting acting = acting(organisationId);
    return answer(acting, handOverOrder.handOver(acting, orderId, BatchWords.count(count)));
  }

  private CardOrderView answer(Acting acting, OrderOutcome outcome) {
    if (outcome instanceof OrderOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    UUID orderId = ((OrderOutcome.Done) outcome).order().id();
    return listOrders.list(acting, null).stream()
        .filter(order -> order.id().equals(orderId))
        .findFirst()
        .map(order -> view(acting, order))
        .orElseThrow(NotYours::new);
  }

  private static ProblemType problem(OrderOutcome.Reason reason) {
    return switch (reason) {
      case NOT_WAITING -> ProblemType.ORDER_NOT_WAITING;
      case NOT_RECEIVED -> ProblemType.ORDER_NOT_RECEIVED;
      case ALREADY_HANDED_OVER -> ProblemType.ORDER_ALREADY_HANDED_OVER;
      case COPY_UNKNOWN -> ProblemType.BATCH_COPY_UNKNOWN;
      case COUNT_DIFFERS -> ProblemType.BATCH_COUNT_DIFFERS;
    };
  }

  private static OrderState known(String state) {
    return Arrays.stream(OrderState.values())
        .filter(one -> one.name().equals(state))
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.VALIDATION));
  }

  private static CardOrderView view(Acting acting, OrderSummary order) {
    return new CardOrderView(
        order.id(),
        order.number(),
        order.primaryId(),
        order.primaryName(),
        order.primaryInpo(),
        order.state().name(),
        order.cardCount(),
        order.priceKopecks(),
        order.sumKopecks(),
        order.returnReason(),
        order.batchId(),
        order.batchState() == null ? null : order.batchState().name(),
        order.handedOverAt(),
        order.createdAt(),
        order.payerId().equals(acting.organisationId()));
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.SETTLE_ORDERS);
  }
}
