package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.profbilet.accounts.Sessions;
import org.profbilet.audit.Audit;

/** Ends an office before its time; rights and sessions end with the same transaction. */
@Singleton
public class EndAppointment {

  private final AppointmentRepository appointments;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  EndAppointment(AppointmentRepository appointments, Sessions sessions, Audit audit, Clock clock) {
    this.appointments = appointments;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * From this moment on.
   *
   * @throws NotYours where the organisation has no such appointment, or it was ended before
   */
  @Transactional
  public void end(Acting acting, UUID organisationId, UUID appointmentId) {
    Appointment appointment = appointments.findById(appointmentId).orElseThrow(NotYours::new);
    if (appointments.markEnded(appointmentId, organisationId, clock.instant()) != 1) {
      throw new NotYours();
    }
    sessions.endAll(appointment.accountId());
    audit.record(acting.accountId(), organisationId, "APPOINTMENT_ENDED", appointmentId, Map.of());
  }
}
