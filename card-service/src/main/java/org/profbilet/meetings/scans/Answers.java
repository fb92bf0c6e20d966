package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Counters;
import org.profbilet.contract.scanner.DoorQuestion;
import org.profbilet.contract.scanner.EntryRules;
import org.profbilet.contract.scanner.FirstEntry;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.PersonAtDoor;
import org.profbilet.contract.scanner.ScanAnswer;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;

/** Puts the answer to a scan into words, from what was written down about it. */
@Singleton
class Answers {

  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle("checkin.messages", new Locale("ru"));
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private static final ResourceBundle RULES =
      ResourceBundle.getBundle("checkin.rules", new Locale("ru"));

  private final PresenceRepository presences;

  Answers(PresenceRepository presences) {
    this.presences = presences;
  }

  ScanAnswer answer(ScanRow scan, CheckInList list, boolean isReplayed) {
    return answer(scan, list, isReplayed, List.of());
  }

  /** Nothing is decided yet: what is still to be answered. */
  ScanAnswer ask(
      ScanRow scan, CheckInList list, String category, @Nullable Map<String, String> known) {
    List<DoorQuestion> open =
        Questions.open(list.settings().questions(), category, known == null ? Map.of() : known);
    return answer(scan, list, false, open);
  }

  private ScanAnswer answer(
      ScanRow scan, CheckInList list, boolean isReplayed, List<DoorQuestion> questions) {
    AtTheDoor now =
        presences.look(list.id(), list.meetingId(), Lists.categories(list), scan.personId());
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
        now.attention(),
        questions,
        scan.effectiveAt(),
        scan.receivedAt(),
        new Counters(now.present(), list.kind() == ListKind.INVITED ? now.invited() : null));
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
    String detail = scan.detail() == null ? "" : scan.detail();
    return MESSAGES
        .getString(scan.reason().name())
        .replace("{time}", scan.firstAt() == null ? "" : hour(scan.firstAt(), list))
        .replace("{door}", scan.firstDoor() == null ? detail : scan.firstDoor())
        .replace("{list}", detail)
        .replace("{rule}", scan.reason() == ScanReason.RULE_FAILED ? rule(detail, list) : "")
        .replace("{opens}", hour(list.opensAt(), list))
        .replace("{closes}", hour(list.closesAt(), list))
        .strip();
  }

  private static String rule(String name, CheckInList list) {
    EntryRules rules = list.settings().rules();
    return RULES
        .getString(name)
        .replace("{from}", rules == null || rules.from() == null ? "" : moment(rules.from(), list))
        .replace(
            "{until}", rules == null || rules.until() == null ? "" : moment(rules.until(), list));
  }

  private static String moment(Instant at, CheckInList list) {
    return DAY_AND_HOUR.format(at.atZone(ZoneId.of(list.zone())));
  }

  private static String hour(Instant moment, CheckInList list) {
    return HOUR.format(moment.atZone(ZoneId.of(list.zone())));
  }
}
