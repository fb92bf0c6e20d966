package org.profbilet.cards.production;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.cards.CardToMove;

/**
 * What was counted at a hop.
 *
 * @param counted cards that are there; null where nobody counted and nothing is said to be missing
 * @param missing copies that are not there, each as it is printed: 0000000018-00001
 * @param reference the number of the act or of the parcel
 */
public record HopCount(@Nullable Integer counted, Set<String> missing, @Nullable String reference) {

  public HopCount {
    missing = Set.copyOf(missing);
  }

  /** Everything came. */
  public static HopCount complete() {
    return new HopCount(null, Set.of(), null);
  }

  /** Why the count does not hold. */
  enum Problem {
    COPY_UNKNOWN,
    COUNT_DIFFERS
  }

  /** Counted and missing together must be exactly what was sent. */
  Optional<Problem> problem(List<CardToMove> expected) {
    Set<String> copies = expected.stream().map(CardToMove::copy).collect(Collectors.toSet());
    if (!copies.containsAll(missing)) {
      return Optional.of(Problem.COPY_UNKNOWN);
    }
    boolean differs = counted != null && counted + missing.size() != expected.size();
    return differs ? Optional.of(Problem.COUNT_DIFFERS) : Optional.empty();
  }

  List<CardToMove> here(List<CardToMove> expected) {
    return expected.stream().filter(card -> !missing.contains(card.copy())).toList();
  }

  List<CardToMove> notHere(List<CardToMove> expected) {
    return expected.stream().filter(card -> missing.contains(card.copy())).toList();
  }
}
