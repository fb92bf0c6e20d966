package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;

/** The list of a meeting together with what a door must know of the meeting. */
@Introspected
record CheckInList(
    UUID id,
    UUID meetingId,
    UUID organisationId,
    int event,
    String title,
    String zone,
    ListKind kind,
    RepeatPolicy policy,
    Instant opensAt,
    Instant closesAt,
    String salt,
    String handleKey) {

  boolean isOpenAt(Instant moment) {
    return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
  }

  /** Days of membership are those of the place where the meeting is. */
  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneId.of(zone));
  }

  String handleOf(String ticketNumber) {
    return Hashes.hmac(handleKey, ticketNumber).substring(0, 24);
  }

  @Override
  public String toString() {
    return "CheckInList[" + id + "]";
  }
}
