package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;

/** Shows the orders of a primary, or of all primaries below an office: counts and money. */
@Singleton
public class ListOrders {

  private final OrderReader reader;

  ListOrders(OrderReader reader) {
    this.reader = reader;
  }

  /**
   * @param state only orders in this state, or null for all
   */
  public List<OrderSummary> list(Acting acting, @Nullable OrderState state) {
    return reader.listWithin(acting.organisationId(), state);
  }
}
