package org.profbilet.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;

/**
 * A list of a meeting together with what a door must know of the meeting.
 *
 * @param event number of the meeting
 * @param exclusiveGroup who enters one list of it has left the others
 * @param closedAt when the registration was ended before its hour
 * @param cancelledAt when the meeting was called off
 * @param salt public part of the offline bundle
 * @param handleKey names people towards doors
 */
public record CheckInList(
    UUID id,
    UUID meetingId,
    UUID organisationId,
    int event,
    String name,
    String zone,
    ListKind kind,
    RepeatPolicy policy,
    Instant opensAt,
    Instant closesAt,
    @Nullable String exclusiveGroup,
    ListSettings settings,
    @Nullable Instant closedAt,
    @Nullable Instant cancelledAt,
    String salt,
    String handleKey) {

  public boolean isOpenAt(Instant moment) {
    return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
  }

  /** Whether the registrar ended the registration before this moment. */
  public boolean isClosedAt(Instant moment) {
    return closedAt != null && !moment.isBefore(closedAt);
  }

  /** Days, of membership too, are those of the place where the meeting is. */
  public LocalDate dayOf(Instant moment) {
    return local(moment).toLocalDate();
  }

  public LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneId.of(zone));
  }

  /**
   * Whether somebody who came in at one moment has left by another because the list empties at an
   * hour of the day. Compared by the clock on the wall, so a night without that hour, or with two
   * of them, empties it once.
   */
  public boolean isSentHome(Instant came, Instant now) {
    if (settings.exitAt() == null) {
      return false;
    }
    LocalDateTime last = lastTime(LocalTime.parse(settings.exitAt()), now);
    return local(came).isBefore(last);
  }

  /** The last time, by the clock on the wall, that it was this hour. */
  public LocalDateTime lastTime(LocalTime hour, Instant now) {
    LocalDateTime today = dayOf(now).atTime(hour);
    return today.isAfter(local(now)) ? today.minusDays(1) : today;
  }

  /** Whether presence on one of the two ends presence on the other. */
  public boolean excludes(CheckInList other) {
    return exclusiveGroup != null && exclusiveGroup.equals(other.exclusiveGroup);
  }

  public String handleOf(String ticketNumber) {
    return Hashes.hmac(handleKey, ticketNumber).substring(0, 24);
  }

  @Override
  public String toString() {
    return "CheckInList[" + id + "]";
  }
}
