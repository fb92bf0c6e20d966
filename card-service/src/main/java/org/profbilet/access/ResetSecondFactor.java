package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.accounts.ForgetSecondFactor;

/**
 * For whoever lost both her phone and her codes. One who stands above her says why, and she begins
 * anew; in her own office two others have to say so, so that nobody alone opens a colleague's door.
 */
@Singleton
public class ResetSecondFactor {

  static final Duration WAITS_FOR = Duration.ofDays(1);

  private final SecondFactorResetRepository resets;
  private final AppointmentRepository appointments;
  private final ForgetSecondFactor forgetSecondFactor;
  private final Clock clock;

  ResetSecondFactor(
      SecondFactorResetRepository resets,
      AppointmentRepository appointments,
      ForgetSecondFactor forgetSecondFactor,
      Clock clock) {
    this.resets = resets;
    this.appointments = appointments;
    this.forgetSecondFactor = forgetSecondFactor;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,

    /** Another person of the same office has to say so too. */
    WAITS,
    NEEDS_ANOTHER_PERSON,

    /** She acts for organisations beside or above this one too: those above her decide. */
    ACCOUNT_OF_OTHERS,
    KEY_OF_ANOTHER_REQUEST
  }

  /**
   * @param key names the request and becomes the id of the reset
   * @param reason why; kept, and shown to the second person
   * @throws NotYours where nobody else of the organisation has such an appointment
   */
  @Transactional
  public Outcome ask(
      Acting acting, UUID organisationId, UUID appointmentId, UUID key, String reason) {
    UUID accountId = accountOf(acting, organisationId, appointmentId);
    Optional<SecondFactorReset> earlier = resets.lock(key, organisationId);
    if (earlier.isPresent()) {
      return again(earlier.get(), accountId, reason);
    }
    if (appointments.isAnyOutside(accountId, acting.organisationId(), today())) {
      return Outcome.ACCOUNT_OF_OTHERS;
    }
    boolean fromAbove = !acting.organisationId().equals(organisationId);
    SecondFactorReset reset =
        new SecondFactorReset(
            key,
            organisationId,
            accountId,
            reason,
            acting.accountId(),
            clock.instant(),
            fromAbove,
            null,
            null);
    resets.save(reset);
    return fromAbove ? complete(reset, acting) : Outcome.WAITS;
  }

  /** What waits for a second person, for one day each. */
  public List<WaitingReset> listWaiting(UUID organisationId) {
    return resets.listWaiting(organisationId, clock.instant().minus(WAITS_FOR));
  }

  /**
   * @throws NotYours where nothing waits so
   */
  @Transactional
  public Outcome confirm(Acting acting, UUID organisationId, UUID id) {
    SecondFactorReset reset = resets.lock(id, organisationId).orElseThrow(NotYours::new);
    if (reset.isDone()) {
      return Outcome.DONE;
    }
    if (reset.askedAt().isBefore(clock.instant().minus(WAITS_FOR))) {
      throw new NotYours();
    }
    UUID confirming = acting.accountId();
    return confirming.equals(reset.askedBy()) || confirming.equals(reset.accountId())
        ? Outcome.NEEDS_ANOTHER_PERSON
        : complete(reset, acting);
  }

  private UUID accountOf(Acting acting, UUID organisationId, UUID appointmentId) {
    return appointments.listOfOrganisation(organisationId, today(), clock.instant()).stream()
        .filter(line -> line.id().equals(appointmentId))
        .map(AppointmentLine::accountId)
        .filter(account -> !account.equals(acting.accountId()))
        .findFirst()
        .orElseThrow(NotYours::new);
  }

  private static Outcome again(SecondFactorReset earlier, UUID accountId, String reason) {
    if (!earlier.accountId().equals(accountId) || !earlier.reason().equals(reason)) {
      return Outcome.KEY_OF_ANOTHER_REQUEST;
    }
    return earlier.isDone() ? Outcome.DONE : Outcome.WAITS;
  }

  private Outcome complete(SecondFactorReset reset, Acting acting) {
    Instant now = clock.instant();
    boolean second = !acting.accountId().equals(reset.askedBy());
    resets.markDone(reset.id(), second ? acting.accountId() : null, now);
    forgetSecondFactor.forget(
        reset.accountId(),
        acting.accountId(),
        Map.of("reset", reset.id().toString(), "askedBy", reset.askedBy().toString()));
    return Outcome.DONE;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
