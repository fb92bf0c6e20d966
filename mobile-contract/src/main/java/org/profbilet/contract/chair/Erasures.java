package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose data is to be destroyed by when, and the acts of what was; due ones first. */
@Serdeable
public record Erasures(List<Item> items) {

  public Erasures {
    items = List.copyOf(items);
  }

  /**
   * @param number of the act
   * @param name surname first; null when the data is destroyed
   * @param dueOn the last day the law leaves
   * @param waitsFor STILL_ON_RECORD or CARD_UNDER_WAY (an open list); null where nothing is in the
   *     way
   */
  @Serdeable
  public record Item(
      UUID id,
      int number,
      UUID personId,
      @Nullable String name,
      Instant withdrawnAt,
      LocalDate dueOn,
      boolean overdue,
      boolean done,
      @Nullable Instant doneAt,
      @Nullable String waitsFor) {

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }
}
