package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** The signed-in person and the organisations for which she may act today. */
@Serdeable
public record SessionSummary(
    String displayName, boolean passwordChangeRequired, List<Appointment> appointments) {

  public SessionSummary {
    appointments = List.copyOf(appointments);
  }

  /**
   * @param level CENTRAL, REGIONAL, LOCAL or PRIMARY (an open list)
   * @param role CHAIR or OFFICER (an open list)
   * @param inpo number of the organisation
   */
  @Serdeable
  public record Appointment(
      UUID organisationId, String level, String role, String inpo, String name) {}
}
