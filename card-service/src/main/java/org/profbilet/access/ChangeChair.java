package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Appoint.Appointee;
import org.profbilet.access.ChairChangeRepository.Counts;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;

/**
 * Hands a primary from one chair to the next in one step: the former loses rights and sessions, the
 * next gets a slip, and what was handed over is counted.
 */
@Singleton
public class ChangeChair {

  private final Appoint appoint;
  private final EndAppointment endAppointment;
  private final AppointmentRepository appointments;
  private final ChairChangeRepository changes;
  private final Organisations organisations;
  private final Clock clock;

  ChangeChair(
      Appoint appoint,
      EndAppointment endAppointment,
      AppointmentRepository appointments,
      ChairChangeRepository changes,
      Organisations organisations,
      Clock clock) {
    this.appoint = appoint;
    this.endAppointment = endAppointment;
    this.appointments = appointments;
    this.changes = changes;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * @param changeId the key of the request; it is the id of the new appointment too
   * @throws NotYours where the organisation is no primary
   */
  @Transactional
  public Appoint.Outcome change(Acting acting, UUID primaryId, UUID changeId, Appointee next) {
    if (organisations.get(primaryId).level() != Level.PRIMARY) {
      throw new NotYours();
    }
    List<AppointmentLine> former = formerChairs(primaryId, changeId);
    boolean repeated = changes.find(changeId, primaryId).isPresent();
    Appoint.Outcome outcome = appoint.appoint(acting, primaryId, changeId, next);
    if (repeated || !(outcome instanceof Appoint.Outcome.Appointed)) {
      return outcome;
    }
    former.forEach(chair -> endAppointment.end(acting, primaryId, chair.id()));
    keep(acting, primaryId, changeId, names(former));
    return outcome;
  }

  private List<AppointmentLine> formerChairs(UUID primaryId, UUID changeId) {
    return appointments.listOfOrganisation(primaryId, today(), clock.instant()).stream()
        .filter(line -> line.role() == Role.CHAIR && !line.id().equals(changeId))
        .toList();
  }

  private void keep(Acting acting, UUID primaryId, UUID changeId, @Nullable String former) {
    Counts counts = changes.count(primaryId, today());
    Instant now = clock.instant();
    changes.insert(
        changeId,
        primaryId,
        changeId,
        former,
        counts.people(),
        counts.consents(),
        counts.cardsToIssue(),
        counts.openOrders(),
        acting.accountId(),
        now);
  }

  private static @Nullable String names(List<AppointmentLine> former) {
    return former.isEmpty()
        ? null
        : former.stream().map(AppointmentLine::displayName).collect(Collectors.joining(", "));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
