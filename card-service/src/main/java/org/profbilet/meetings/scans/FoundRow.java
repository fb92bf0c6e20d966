package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.contract.chair.MandateState;

/** Somebody whose name begins as it was typed. */
@Introspected
record FoundRow(
    UUID personId,
    String ticketNumber,
    String shortName,
    String category,
    boolean isMember,
    MandateState mandate) {
  @Override
  public String toString() {
    return "FoundRow[" + personId + "]";
  }
}
