package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Shows an office how a batch was counted at every hop, and which copies are missing. */
@Singleton
public class ShowHops {

  private final RowScope rowScope;
  private final ListBatches listBatches;
  private final BatchedOrders orders;
  private final HopRepository hops;

  ShowHops(RowScope rowScope, ListBatches listBatches, BatchedOrders orders, HopRepository hops) {
    this.rowScope = rowScope;
    this.listBatches = listBatches;
    this.orders = orders;
    this.hops = hops;
  }

  /**
   * Oldest hop first.
   *
   * @param onTheWay cards that the next count is about
   */
  public record Counted(List<Hop> hops, List<Pack> packs, List<MissingCopy> missing, int onTheWay) {

    public Counted {
      hops = List.copyOf(hops);
      packs = List.copyOf(packs);
      missing = List.copyOf(missing);
    }
  }

  /**
   * @throws NotYours where this organisation has no such batch
   */
  @Transactional
  public Counted show(Acting acting, UUID batchId) {
    listBatches.get(acting, batchId);
    rowScope.orders(orders.listIdsOfBatch(batchId));
    return new Counted(
        hops.listOfBatch(batchId),
        hops.listPacks(batchId),
        hops.listMissing(batchId),
        hops.countOnTheWay(batchId));
  }
}
