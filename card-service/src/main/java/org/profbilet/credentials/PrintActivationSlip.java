package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.credentials.ActivationRow.Origin;
import org.profbilet.credentials.PrintSlipOutcome.KeyWasUsed;
import org.profbilet.credentials.PrintSlipOutcome.Printed;
import org.profbilet.credentials.PrintSlipOutcome.Refused;

/**
 * Makes the slip with which a member opens her ticket on a phone. A new slip ends every earlier
 * one.
 */
@Singleton
public class PrintActivationSlip {

  static final Duration LIFE = Duration.ofHours(72);

  private final Access access;
  private final RowScope rowScope;
  private final HolderRepository holders;
  private final ActivationRepository activations;
  private final ActivationSecrets secrets;
  private final PublicAddress address;
  private final Audit audit;
  private final Clock clock;

  PrintActivationSlip(
      Access access,
      RowScope rowScope,
      HolderRepository holders,
      ActivationRepository activations,
      ActivationSecrets secrets,
      PublicAddress address,
      Audit audit,
      Clock clock) {
    this.access = access;
    this.rowScope = rowScope;
    this.holders = holders;
    this.activations = activations;
    this.secrets = secrets;
    this.address = address;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param key of the request; asked again with it, the same slip is printed again
   * @throws NotYours where the chair does not act for the primary, or the person is not on its
   *     record
   */
  @Transactional
  public PrintSlipOutcome print(UUID accountId, UUID primaryId, UUID personId, UUID key) {
    access.allow(accountId, primaryId, Right.PRINT_SLIPS);
    rowScope.primary(primaryId);
    Holder holder = holders.findById(personId, Days.today(clock)).orElseThrow(NotYours::new);
    Optional<ActivationRow> earlier = activations.findById(key);
    if (earlier.isPresent()) {
      return again(earlier.get(), holder);
    }
    return NotEligible.of(holder)
        .<PrintSlipOutcome>map(Refused::new)
        .orElseGet(() -> new Printed(newSlip(accountId, holder, key)));
  }

  private PrintSlipOutcome again(ActivationRow activation, Holder holder) {
    boolean same = activation.personId().equals(holder.id()) && activation.isOpen(clock.instant());
    return same ? new Printed(slip(activation, holder)) : new KeyWasUsed();
  }

  private ActivationSlip newSlip(UUID accountId, Holder holder, UUID key) {
    Instant now = clock.instant();
    activations.markReplaced(holder.id(), now);
    ActivationRow activation =
        new ActivationRow(
            key,
            holder.id(),
            holder.primaryId(),
            holder.ticketNumber(),
            Origin.SLIP,
            secrets.offerHash(secrets.offer(key)),
            secrets.codeHash(key, secrets.code(key)),
            accountId,
            now,
            now.plus(LIFE),
            0,
            null,
            null);
    activations.save(activation);
    audit.record(accountId, holder.primaryId(), "ACTIVATION_SLIP_PRINTED", holder.id(), Map.of());
    return slip(activation, holder);
  }

  private ActivationSlip slip(ActivationRow activation, Holder holder) {
    return new ActivationSlip(
        activation.id(),
        holder.fullName(),
        holder.ticketNumber(),
        address.inCapitals() + "/A#" + secrets.offer(activation.id()),
        secrets.code(activation.id()),
        activation.expiresAt());
  }
}
