package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Counters;
import org.profbilet.contract.scanner.FirstEntry;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.PersonAtDoor;
import org.profbilet.contract.scanner.ScanAnswer;

/** Puts the answer to a scan into words, from what was written down about it. */
@Singleton
class Answers {

  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle("checkin.messages", new Locale("ru"));
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final PresenceRepository presence;
  private final MeetingRepository meetings;
  private final HolderRepository holders;

  Answers(PresenceRepository presence, MeetingRepository meetings, HolderRepository holders) {
    this.presence = presence;
    this.meetings = meetings;
    this.holders = holders;
  }

  ScanAnswer answer(ScanRow scan, CheckInList list, boolean isReplayed) {
    return new ScanAnswer(
        scan.id(),
        isReplayed,
        scan.outcome(),
        scan.reason(),
        scan.nextAction(),
        message(scan, list),
        list.id(),
        person(scan.personId(), list),
        first(scan),
        scan.effectiveAt(),
        scan.receivedAt(),
        count(list));
  }

  Counters count(CheckInList list) {
    Integer base = list.kind() == ListKind.INVITED ? meetings.countInvited(list.id()) : null;
    return new Counters(presence.countPresent(list.id()), base);
  }

  private @Nullable PersonAtDoor person(@Nullable UUID personId, CheckInList list) {
    if (personId == null) {
      return null;
    }
    String handle = presence.findHandle(list.id(), personId).orElseThrow();
    return holders.listNames(personId.toString()).stream()
        .findFirst()
        .map(name -> new PersonAtDoor(handle, name.shortName()))
        .orElse(null);
  }

  private static @Nullable FirstEntry first(ScanRow scan) {
    return scan.firstAt() == null || scan.firstDoor() == null
        ? null
        : new FirstEntry(scan.firstAt(), scan.firstDoor());
  }

  private static String message(ScanRow scan, CheckInList list) {
    return MESSAGES
        .getString(scan.reason().name())
        .replace("{time}", scan.firstAt() == null ? "" : hour(scan.firstAt(), list))
        .replace("{door}", scan.firstDoor() == null ? "" : scan.firstDoor())
        .replace("{opens}", hour(list.opensAt(), list))
        .replace("{closes}", hour(list.closesAt(), list));
  }

  private static String hour(Instant moment, CheckInList list) {
    return HOUR.format(moment.atZone(ZoneId.of(list.zone())));
  }
}
