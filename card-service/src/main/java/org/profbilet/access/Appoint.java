package org.profbilet.access;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;

/** Gives a person a role in an organisation for a term; the undertaking must be signed before. */
@Singleton
public class Appoint {

  private final AppointmentRepository appointments;
  private final Audit audit;

  Appoint(AppointmentRepository appointments, Audit audit) {
    this.appointments = appointments;
    this.audit = audit;
  }

  /**
   * @param until the first day out of office, or null where no end is set
   * @param undertakingSignedOn the date on the undertaking of non-disclosure (seeds 001, 003)
   * @param keeperId the organisation that keeps the paper
   */
  @Transactional
  public UUID appoint(
      UUID accountId,
      UUID organisationId,
      Role role,
      LocalDate from,
      @Nullable LocalDate until,
      LocalDate undertakingSignedOn,
      UUID keeperId) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    appointments.save(
        new Appointment(
            id, accountId, organisationId, role, from, until, undertakingSignedOn, keeperId));
    audit.record(null, organisationId, "APPOINTED", id, Map.of("role", role.name()));
    return id;
  }
}
