package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MandateState;

/**
 * What a door may know of the person behind a ticket.
 *
 * @param shortName for example «Иванова М. П.»
 * @param cardStatus of the copy that was asked for; absent where there is no such copy
 * @param isInvited whether the meeting expects her; then the rest says how
 */
@Introspected
record Holder(
    UUID personId,
    String ticketNumber,
    String shortName,
    Membership membership,
    @Nullable String cardStatus,
    boolean isInvited,
    String category,
    boolean attention,
    boolean pendingWelcome,
    MandateState mandate) {

  enum Membership {
    ACTIVE,
    /** It begins later. */
    PENDING,
    ENDED
  }

  @Override
  public String toString() {
    return "Holder[" + personId + "]";
  }
}
