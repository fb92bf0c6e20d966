package org.profbilet.members;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a primary with her newest membership there.
 *
 * @param suspendedUntil the day on which a leave or the time after a lay-off ends
 * @param endedOn the first day off record, absent while she is on record
 */
public record RegisteredMember(
    UUID personId,
    UUID membershipId,
    TicketNumber ticketNumber,
    MemberRecord member,
    @Nullable LocalDate suspendedUntil,
    LocalDate onRecordFrom,
    @Nullable LocalDate endedOn,
    @Nullable EndReason endReason) {

  public boolean isOnRecord() {
    return endedOn == null;
  }
}
