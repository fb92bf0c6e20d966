package org.profbilet.cards;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a card now.
 *
 * @param price of one card today
 * @param others members on record who get none, each with her reason
 * @param draft the order that the chair has begun, if any
 */
public record Eligibility(
    Kopecks price, List<Candidate> eligible, List<Candidate> others, @Nullable Draft draft) {

  /** An order that is not sent yet, and those it leaves out. */
  public record Draft(UUID orderId, List<UUID> leftOut) {
    public Draft {
      leftOut = List.copyOf(leftOut);
    }
  }

  public Eligibility {
    eligible = List.copyOf(eligible);
    others = List.copyOf(others);
  }

  public Kopecks sum() {
    return price.times(eligible.size());
  }
}
