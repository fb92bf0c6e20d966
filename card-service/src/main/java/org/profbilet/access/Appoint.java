package org.profbilet.access;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.accounts.HandOutAccount;
import org.profbilet.accounts.HandOutAccount.Slip;
import org.profbilet.audit.Audit;
import org.profbilet.requests.RequestHash;

/** Gives a person a role in an organisation for a term. */
@Singleton
public class Appoint {

  private final AppointmentRepository appointments;
  private final HandOutAccount handOutAccount;
  private final Audit audit;

  Appoint(AppointmentRepository appointments, HandOutAccount handOutAccount, Audit audit) {
    this.appointments = appointments;
    this.handOutAccount = handOutAccount;
    this.audit = audit;
  }

  /**
   * Whom to appoint.
   *
   * @param displayName surname and initials; of no matter where she has a login already
   * @param hasLogin true where the login is hers already, from another office
   * @param until the first day out of office, or null where no end is set
   */
  public record Appointee(
      String displayName,
      String login,
      boolean hasLogin,
      Role role,
      LocalDate from,
      @Nullable LocalDate until) {
    @Override
    public String toString() {
      return "Appointee[" + role + "]";
    }
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * @param slip what to hand over; empty where she has a login already
     */
    record Appointed(UUID appointmentId, UUID accountId, Optional<Slip> slip) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}
  }

  /** Why somebody was not appointed. */
  public enum Reason {
    TERM_EMPTY,
    LOGIN_TAKEN,
    LOGIN_UNKNOWN,
    KEY_OF_ANOTHER_REQUEST
  }

  /**
   * By somebody above. The rights wait for the appointee's own password and undertaking.
   *
   * @param appointmentId the key of the request; asked again with it, the same answer comes
   */
  @Transactional
  public Outcome appoint(
      Acting acting, UUID organisationId, UUID appointmentId, Appointee appointee) {
    LocalDate until = appointee.until();
    if (until != null && !until.isAfter(appointee.from())) {
      return new Outcome.Refused(Reason.TERM_EMPTY);
    }
    String hash = hash(organisationId, appointee);
    Optional<Appointment> earlier = appointments.findById(appointmentId);
    if (earlier.isPresent()) {
      return again(earlier.get(), hash, appointee, acting);
    }
    Optional<UUID> known = handOutAccount.find(appointee.login());
    if (known.isPresent() != appointee.hasLogin()) {
      return new Outcome.Refused(known.isPresent() ? Reason.LOGIN_TAKEN : Reason.LOGIN_UNKNOWN);
    }
    UUID accountId =
        known.orElseGet(() -> handOutAccount.open(appointee.login(), appointee.displayName()));
    appointments.save(
        new Appointment(
            appointmentId,
            accountId,
            organisationId,
            appointee.role(),
            appointee.from(),
            until,
            null,
            null,
            acting.accountId(),
            hash));
    record(acting.accountId(), organisationId, appointmentId, appointee.role());
    return new Outcome.Appointed(
        appointmentId, accountId, slip(accountId, appointmentId, appointee, acting));
  }

  /**
   * By the system itself, with the undertaking on paper: the first administrator and the demo.
   *
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
            id,
            accountId,
            organisationId,
            role,
            from,
            until,
            undertakingSignedOn,
            keeperId,
            null,
            null));
    record(null, organisationId, id, role);
    return id;
  }

  private Outcome again(Appointment earlier, String hash, Appointee appointee, Acting acting) {
    if (!hash.equals(earlier.requestHash())) {
      return new Outcome.Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    return new Outcome.Appointed(
        earlier.id(),
        earlier.accountId(),
        slip(earlier.accountId(), earlier.id(), appointee, acting));
  }

  private Optional<Slip> slip(UUID accountId, UUID key, Appointee appointee, Acting acting) {
    return appointee.hasLogin()
        ? Optional.empty()
        : handOutAccount.print(accountId, key, acting.accountId());
  }

  private void record(@Nullable UUID by, UUID organisationId, UUID appointmentId, Role role) {
    audit.record(by, organisationId, "APPOINTED", appointmentId, Map.of("role", role.name()));
  }

  private static String hash(UUID organisationId, Appointee appointee) {
    LocalDate until = appointee.until();
    return RequestHash.of(
        organisationId,
        appointee.displayName(),
        appointee.login(),
        appointee.hasLogin(),
        appointee.role(),
        appointee.from(),
        until == null ? "" : until);
  }
}
