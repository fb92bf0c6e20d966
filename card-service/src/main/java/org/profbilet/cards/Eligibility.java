package org.profbilet.cards;

import java.util.List;

/**
 * Who gets a card now.
 *
 * @param price of one card today
 * @param others members on record who get none, each with her reason
 */
public record Eligibility(Kopecks price, List<Candidate> eligible, List<Candidate> others) {

  public Eligibility {
    eligible = List.copyOf(eligible);
    others = List.copyOf(others);
  }

  public Kopecks sum() {
    return price.times(eligible.size());
  }
}
