package org.profbilet.meetings.scans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.EntryRules;
import org.profbilet.meetings.CheckInList;

/**
 * Limits on the entries of one person. Of several that fail the one that helps most is named: how
 * often before how long, how long before when, for only time passes by itself. The page decides by
 * the same in {@code door/rules.js}.
 */
final class Rules {

  private Rules() {}

  /**
   * The name of the rule that keeps her outside, as its field is called; absent where none does.
   *
   * @param entries her entries before
   */
  static @Nullable String failing(CheckInList list, Instant now, List<Instant> entries) {
    EntryRules rules = list.settings().rules();
    if (rules == null) {
      return null;
    }
    if (rules.entries() != null && entries.size() >= rules.entries()) {
      return "entries";
    }
    if (rules.days() != null && isOneDayMore(list, now, entries, rules.days())) {
      return "days";
    }
    if (rules.entriesSince() != null
        && rules.since() != null
        && countSince(list, now, entries, rules.since()) >= rules.entriesSince()) {
      return "entriesSince";
    }
    if (rules.minutesAfterFirst() != null && !entries.isEmpty()) {
      Duration passed = Duration.between(entries.get(0), now);
      if (passed.compareTo(Duration.ofMinutes(rules.minutesAfterFirst())) > 0) {
        return "minutesAfterFirst";
      }
    }
    if (rules.from() != null && now.isBefore(rules.from())) {
      return "from";
    }
    return rules.until() != null && !now.isBefore(rules.until()) ? "until" : null;
  }

  private static boolean isOneDayMore(
      CheckInList list, Instant now, List<Instant> entries, int most) {
    var days = entries.stream().map(list::dayOf).distinct().toList();
    return days.size() >= most && !days.contains(list.dayOf(now));
  }

  /** An hour counts from the last time that it was this hour. */
  private static long countSince(
      CheckInList list, Instant now, List<Instant> entries, String since) {
    if (since.contains("T")) {
      Instant from = OffsetDateTime.parse(since).toInstant();
      return entries.stream().filter(entry -> !entry.isBefore(from)).count();
    }
    LocalDateTime from = list.lastTime(LocalTime.parse(since), now);
    return entries.stream().filter(entry -> !list.local(entry).isBefore(from)).count();
  }
}
