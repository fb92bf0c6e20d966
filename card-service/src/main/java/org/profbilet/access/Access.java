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
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

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
   * For a chair or officer of this very primary.
   *
   * @throws NotYours where there is no such appointment; the caller learns only "not found"
   */
  public Acting forPrimary(UUID accountId, UUID primaryId) {
    return find(accountId, primaryId, Level.PRIMARY);
  }

  /**
   * For staff of this very organisation of a level.
   *
   * @throws NotYours where there is no such appointment
   */
  public Acting forOffice(UUID accountId, UUID organisationId, Level level) {
    return find(accountId, organisationId, level);
  }

  /**
   * For staff or a chair of this very organisation, whatever its level.
   *
   * @throws NotYours where there is no such appointment
   */
  public Acting forOrganisation(UUID accountId, UUID organisationId) {
    return listOf(accountId).stream()
        .filter(acting -> acting.organisationId().equals(organisationId))
        .findFirst()
        .orElseThrow(NotYours::new);
  }

  /**
   * For staff of this organisation or of one above it; the chair of a primary is no office.
   *
   * @throws NotYours where there is no such appointment
   */
  public Acting forOfficeAbove(UUID accountId, UUID organisationId) {
    return listOf(accountId).stream()
        .filter(acting -> acting.level() != Level.PRIMARY)
        .filter(acting -> organisations.isWithin(organisationId, acting.organisationId()))
        .findFirst()
        .orElseThrow(NotYours::new);
  }

  private Acting find(UUID accountId, UUID organisationId, Level level) {
    Acting acting = forOrganisation(accountId, organisationId);
    if (acting.level() != level) {
      throw new NotYours();
    }
    return acting;
  }
}
