package org.profbilet.meetings.bundles;

import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MandateState;

/**
 * A person whom a meeting expects.
 *
 * @param cardSerial of the copy in her hands; absent where she has none
 * @param revokedSerials of copies that are no longer good, with commas between
 */
@Introspected
record InvitedPerson(
    UUID personId,
    String ticketNumber,
    String shortName,
    @Nullable String cardSerial,
    String revokedSerials,
    String category,
    boolean attention,
    MandateState mandate) {

  List<String> revoked() {
    return Arrays.stream(revokedSerials.split(",")).filter(serial -> !serial.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return "InvitedPerson[" + personId + "]";
  }
}
