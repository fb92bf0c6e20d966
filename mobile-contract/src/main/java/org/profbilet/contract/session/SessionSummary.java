package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person and the organisations for which she may act today.
 *
 * @param secondFactor NOT_NEEDED, SETUP (an app must be connected first), CODE (its code is asked)
 *     or PASSED (an open list)
 * @param undertaking the text that waits for her; until she accepts it the appointment gives
 *     nothing
 */
@Serdeable
public record SessionSummary(
    String displayName,
    boolean passwordChangeRequired,
    String secondFactor,
    @Nullable Undertaking undertaking,
    List<Appointment> appointments) {

  public SessionSummary {
    appointments = List.copyOf(appointments);
  }

  /**
   * @param level CENTRAL, REGIONAL, LOCAL or PRIMARY (an open list)
   * @param role CHAIR, OFFICER or, where the primary gave its work to an office, DELEGATE (an open
   *     list)
   * @param inpo number of the organisation
   */
  @Serdeable
  public record Appointment(
      UUID organisationId, String level, String role, String inpo, String name) {}

  /**
   * @param body paragraphs with blank lines between
   */
  @Serdeable
  public record Undertaking(String version, String body) {}
}
