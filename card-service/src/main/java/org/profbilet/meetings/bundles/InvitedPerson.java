package org.profbilet.meetings.bundles;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MandateState;

/**
 * A person whom a meeting expects.
 *
 * @param cardSerial of the copy in her hands; absent where she has none
 */
@Introspected
record InvitedPerson(
    UUID personId,
    String ticketNumber,
    String shortName,
    @Nullable String cardSerial,
    String category,
    boolean attention,
    MandateState mandate) {

  @Override
  public String toString() {
    return "InvitedPerson[" + personId + "]";
  }
}
