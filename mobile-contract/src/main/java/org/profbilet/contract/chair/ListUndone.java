package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What taking a list back did.
 *
 * @param removed people whom the list had added
 * @param restored people whose records are as they were before the list
 * @param kept people who stay as they are, because somebody has worked with them since
 */
@Serdeable
public record ListUndone(int removed, int restored, List<Kept> kept) {

  public ListUndone {
    kept = List.copyOf(kept);
  }

  /**
   * @param reason an open list
   * @param text the reason in Russian, for the chair
   */
  @Serdeable
  public record Kept(UUID personId, String reason, String text) {}
}
