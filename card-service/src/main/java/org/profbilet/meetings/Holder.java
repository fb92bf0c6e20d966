package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a door may know of the person behind a ticket.
 *
 * @param shortName for example «Иванова М. П.»
 * @param cardStatus of the copy that was asked for; absent where there is no such copy
 * @param isInvited whether the list names her
 */
@Introspected
record Holder(
    UUID personId,
    String shortName,
    boolean isMember,
    @Nullable String cardStatus,
    boolean isInvited) {

  @Override
  public String toString() {
    return "Holder[" + personId + "]";
  }
}
