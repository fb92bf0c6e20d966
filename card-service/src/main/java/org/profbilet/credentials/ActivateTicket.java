package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.credentials.ActivateOutcome.Activated;
import org.profbilet.credentials.ActivateOutcome.KeyWasUsed;
import org.profbilet.credentials.ActivateOutcome.Refused;
import org.profbilet.credentials.ActivationRepository.Knock;

/**
 * Opens a ticket on a phone: the slip says for whom, birth date and code say by whom, and two
 * proofs say that the phone holds the keys it names. Five wrong tries end a slip.
 */
@Singleton
public class ActivateTicket {

  private final RowScope rowScope;
  private final ActivationRepository activations;
  private final ActivationSecrets secrets;
  private final HolderRepository holders;
  private final Enrolment enrolment;
  private final DeviceProofs proofs;
  private final Audit audit;
  private final Clock clock;

  ActivateTicket(
      RowScope rowScope,
      ActivationRepository activations,
      ActivationSecrets secrets,
      HolderRepository holders,
      Enrolment enrolment,
      DeviceProofs proofs,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.activations = activations;
    this.secrets = secrets;
    this.holders = holders;
    this.enrolment = enrolment;
    this.proofs = proofs;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public ActivateOutcome activate(ActivationRequest request) {
    if (!holdsBothKeys(request)) {
      return new Refused();
    }
    Optional<UUID> owner = enrolment.findOwner(request.deviceId());
    if (owner.isPresent()) {
      rowScope.person(owner.get());
      return holder(owner.get())
          .flatMap(holder -> enrolment.again(holder, request))
          .<ActivateOutcome>map(activated -> activated)
          .orElseGet(KeyWasUsed::new);
    }
    List<Knock> knocks = knock(request);
    if (knocks.isEmpty()) {
      return new Refused();
    }
    rowScope.person(knocks.get(0).personId());
    return holder(knocks.get(0).personId())
        .flatMap(holder -> enter(holder, openOnes(knocks), request))
        .<ActivateOutcome>map(activated -> activated)
        .orElseGet(Refused::new);
  }

  private boolean holdsBothKeys(ActivationRequest request) {
    return !request.doorKey().equals(request.memberKey())
        && isProven(request, request.doorProof(), request.doorKey())
        && isProven(request, request.memberProof(), request.memberKey());
  }

  private boolean isProven(ActivationRequest request, String proof, DeviceKey key) {
    return proofs
        .read(proof)
        .filter(claimed -> claimed.issuer().equals(request.deviceId().toString()))
        .filter(claimed -> claimed.isSignedBy(key.x(), key.y()))
        .isPresent();
  }

  private List<Knock> knock(ActivationRequest request) {
    String offerHash = request.offer().isEmpty() ? "" : secrets.offerHash(request.offer());
    return activations.knock(request.ticketNumber(), offerHash);
  }

  private List<ActivationRow> openOnes(List<Knock> knocks) {
    Instant now = clock.instant();
    return knocks.stream()
        .flatMap(knock -> activations.lock(knock.activationId()).stream())
        .filter(activation -> activation.isOpen(now))
        .toList();
  }

  private Optional<Activated> enter(
      Holder holder, List<ActivationRow> open, ActivationRequest request) {
    Optional<ActivationRow> fitting =
        open.stream()
            .filter(activation -> holder.birthDate().equals(request.birthDate()))
            .filter(activation -> isCode(activation, request.code()))
            .findFirst();
    if (fitting.isEmpty()) {
      open.forEach(activation -> activations.markFailed(activation.id()));
      audit.record(
          null, holder.primaryId(), "ACTIVATION_FAILED", holder.id(), Map.of("open", open.size()));
      return Optional.empty();
    }
    return NotEligible.of(holder).isPresent()
        ? Optional.empty()
        : enrolment.enrol(holder, fitting.get(), request);
  }

  private boolean isCode(ActivationRow activation, String code) {
    return activation.codeHash() != null
        && secrets.isCode(activation.id(), code, activation.codeHash());
  }

  private Optional<Holder> holder(UUID personId) {
    return holders.findById(personId, Days.today(clock));
  }
}
