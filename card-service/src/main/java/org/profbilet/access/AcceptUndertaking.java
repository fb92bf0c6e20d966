package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;

/** Nobody has rights before she undertook not to disclose what she will see. */
@Singleton
public class AcceptUndertaking {

  private final AppointmentRepository appointments;
  private final Audit audit;
  private final Clock clock;

  AcceptUndertaking(AppointmentRepository appointments, Audit audit, Clock clock) {
    this.appointments = appointments;
    this.audit = audit;
    this.clock = clock;
  }

  /** The text that waits for her, or empty where nothing does. */
  public Optional<UndertakingText> findDue(UUID accountId) {
    LocalDate today = today();
    return appointments.isUndertakingDue(accountId, today)
        ? Optional.of(appointments.getText(today))
        : Optional.empty();
  }

  /**
   * @return false where this is not the text in force today
   */
  @Transactional
  public boolean accept(UUID accountId, String version) {
    LocalDate today = today();
    if (!appointments.getText(today).version().equals(version)) {
      return false;
    }
    int appointed = appointments.markUndertaken(accountId, version, today);
    audit.record(
        accountId,
        null,
        "UNDERTAKING_ACCEPTED",
        accountId,
        Map.of("version", version, "appointments", appointed));
    return true;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
