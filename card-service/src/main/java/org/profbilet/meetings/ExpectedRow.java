package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.contract.chair.MandateState;

/**
 * How somebody is expected.
 *
 * @param shortName empty where she is on record elsewhere by now
 */
@Introspected
public record ExpectedRow(
    UUID personId,
    String shortName,
    String category,
    boolean attention,
    boolean pendingWelcome,
    MandateState mandate) {
  @Override
  public String toString() {
    return "ExpectedRow[" + personId + "]";
  }
}
