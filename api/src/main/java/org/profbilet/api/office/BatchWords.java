package org.profbilet.api.office;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.cards.production.Hop;
import org.profbilet.cards.production.HopCount;
import org.profbilet.cards.production.ShowHops.Counted;
import org.profbilet.contract.office.BatchCounts;
import org.profbilet.contract.office.CountedHop;

/** Batches in the words of the contract. */
final class BatchWords {

  private BatchWords() {}

  static HopCount count(@Nullable CountedHop hop) {
    if (hop == null) {
      return HopCount.complete();
    }
    List<String> missing = hop.missing();
    return new HopCount(
        hop.counted(), missing == null ? Set.of() : Set.copyOf(missing), hop.reference());
  }

  static BatchCounts counts(Counted counted) {
    return new BatchCounts(
        counted.hops().stream().map(BatchWords::hop).toList(),
        counted.packs().stream()
            .map(
                pack ->
                    new BatchCounts.Pack(
                        pack.orderId(),
                        pack.number(),
                        pack.primaryName(),
                        pack.inpo(),
                        pack.cards(),
                        pack.firstNumber(),
                        pack.lastNumber()))
            .toList(),
        counted.missing().stream()
            .map(
                one ->
                    new BatchCounts.Missing(
                        one.copy(), one.status().name(), one.status().title(), one.primaryName()))
            .toList(),
        counted.onTheWay());
  }

  private static BatchCounts.Hop hop(Hop hop) {
    return new BatchCounts.Hop(
        hop.toStatus().name(),
        hop.toStatus().title(),
        hop.orderNumber(),
        hop.expected(),
        hop.counted(),
        hop.missing(),
        hop.reference(),
        hop.at(),
        hop.organisation());
  }
}
