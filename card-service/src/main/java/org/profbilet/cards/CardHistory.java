package org.profbilet.cards;

import java.util.List;

/** A card and its way, oldest step first. */
public record CardHistory(CardSummary card, List<CardStep> steps) {

  public CardHistory {
    steps = List.copyOf(steps);
  }
}
