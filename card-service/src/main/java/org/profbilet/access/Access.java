package org.profbilet.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;

/**
 * Resolves, at every request anew, for which organisation a person may act. Rights come from
 * appointments in force on the day, never from what a token says.
 */
@Singleton
public class Access {

  /** Terms of office begin and end with the day of Moscow. */
  static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private final AppointmentRepository appointments;
  private final Organisations organisations;
  private final Clock clock;

  Access(AppointmentRepository appointments, Organisations organisations, Clock clock) {
    this.appointments = appointments;
    this.organisations = organisations;
    this.clock = clock;
  }

  public List<Acting> listOf(UUID accountId) {
    return appointments.listInForce(accountId, LocalDate.now(clock.withZone(MOSCOW)));
  }

  /**
   * Whether she may do this for that organisation, and in which role.
   *
   * @param organisationId whose things the request is about
   * @return the caller as acting for the organisation of her appointment, which is this one or,
   *     where the right reaches below, one above it
   * @throws NotYours where she may not; the caller learns only "not found"
   */
  public Acting allow(UUID accountId, UUID organisationId, Right right) {
    return listOf(accountId).stream()
        .filter(acting -> right.isOf(acting.level(), acting.role()))
        .filter(acting -> isWithinReach(right.reach(), acting, organisationId))
        .findFirst()
        .orElseThrow(NotYours::new);
  }

  /** Regional and central staff see whole regions: a password alone is not enough for them. */
  public boolean isSecondFactorDue(UUID accountId) {
    return listOf(accountId).stream()
        .anyMatch(acting -> acting.level() == Level.REGIONAL || acting.level() == Level.CENTRAL);
  }

  private boolean isWithinReach(Right.Reach reach, Acting acting, UUID organisationId) {
    UUID own = acting.organisationId();
    return switch (reach) {
      case OWN -> own.equals(organisationId);
      case OWN_AND_BELOW -> organisations.isWithin(organisationId, own);
      case BELOW_AND_OWN_BY_CHAIR ->
          organisations.isWithin(organisationId, own)
              && (!own.equals(organisationId) || acting.role() == Role.CHAIR);
      case BELOW -> !own.equals(organisationId) && organisations.isWithin(organisationId, own);
    };
  }
}
