package org.profbilet.meetings.exports;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.profbilet.audit.Audit;

/** Every night what is known of old meetings is forgotten, by the periods in the database. */
@Singleton
class ForgetMeetings {

  private final AttendeeRepository attendees;
  private final Audit audit;
  private final Clock clock;

  ForgetMeetings(AttendeeRepository attendees, Audit audit, Clock clock) {
    this.attendees = attendees;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(cron = "0 10 4 * * *", zoneId = "Europe/Moscow")
  @Transactional
  void forget() {
    List<ForgottenRow> classes = attendees.forget(clock.instant());
    Map<String, Object> counts = new HashMap<>();
    classes.stream()
        .filter(one -> one.forgotten() > 0)
        .forEach(one -> counts.put(one.name(), one.forgotten()));
    if (!counts.isEmpty()) {
      audit.record(null, null, "MEETINGS_FORGOTTEN", null, counts);
    }
  }
}
