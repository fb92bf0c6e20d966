package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.accounts.HandOutAccount;
import org.profbilet.accounts.HandOutAccount.Slip;

/** Shows who is in office, and prints a new slip for somebody who lost her password or phone. */
@Singleton
public class Appointments {

  private final AppointmentRepository repository;
  private final HandOutAccount handOutAccount;
  private final Clock clock;

  Appointments(AppointmentRepository repository, HandOutAccount handOutAccount, Clock clock) {
    this.repository = repository;
    this.handOutAccount = handOutAccount;
    this.clock = clock;
  }

  /** In office today or later; chairs first. */
  public List<AppointmentLine> listOf(UUID organisationId) {
    return repository.listOfOrganisation(organisationId, today(), clock.instant());
  }

  /**
   * Whoever prints a slip can open the account, so she must stand above all that it opens, and it
   * is not her own.
   *
   * @param key of the request; asked again with it, the same slip comes again
   * @return empty where the account acts for organisations beside or above the caller's too, or the
   *     key printed another slip
   * @throws NotYours where nobody else of the organisation has such an appointment
   */
  @Transactional
  public Optional<Slip> printSlip(
      Acting acting, UUID organisationId, UUID appointmentId, UUID key) {
    UUID accountId =
        listOf(organisationId).stream()
            .filter(line -> line.id().equals(appointmentId))
            .filter(line -> !line.accountId().equals(acting.accountId()))
            .map(AppointmentLine::accountId)
            .findFirst()
            .orElseThrow(NotYours::new);
    return repository.isAnyOutside(accountId, acting.organisationId(), today())
        ? Optional.empty()
        : handOutAccount.print(accountId, key, acting.accountId());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
