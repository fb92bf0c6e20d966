package org.profbilet.members;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a primary with her newest membership there.
 *
 * @param endedOn the first day off record, absent while she is on record
 */
public record RegisteredMember(
    UUID personId,
    UUID membershipId,
    TicketNumber ticketNumber,
    MemberRecord member,
    LocalDate onRecordFrom,
    @Nullable LocalDate endedOn,
    @Nullable EndReason endReason) {

  public boolean isOnRecord() {
    return endedOn == null;
  }
}
