package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** The cards of a printed sheet. */
@Serdeable
public record SheetCards(List<UUID> cardIds) {

  public SheetCards {
    cardIds = List.copyOf(cardIds);
  }
}
