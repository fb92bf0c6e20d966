package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
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

  private final PresenceRepository presences;

  Answers(PresenceRepository presences) {
    this.presences = presences;
  }

  ScanAnswer answer(ScanRow scan, CheckInList list, boolean isReplayed) {
    AtTheDoor now = presences.look(list.id(), scan.personId());
    return new ScanAnswer(
        scan.id(),
        isReplayed,
        scan.outcome(),
        scan.reason(),
        scan.nextAction(),
        message(scan, list),
        list.id(),
        person(now),
        first(scan),
        scan.effectiveAt(),
        scan.receivedAt(),
        counters(now, list));
  }

  Counters count(CheckInList list) {
    return counters(presences.look(list.id(), null), list);
  }

  private static Counters counters(AtTheDoor now, CheckInList list) {
    return new Counters(now.present(), list.kind() == ListKind.INVITED ? now.invited() : null);
  }

  private static @Nullable PersonAtDoor person(AtTheDoor now) {
    return now.handle() == null || now.shortName() == null
        ? null
        : new PersonAtDoor(now.handle(), now.shortName());
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
