package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.profbilet.access.RowScope;

/**
 * Makes the code that a member asked for, at the moment it is sent; only its keyed hash is kept.
 */
@Singleton
public class VerificationCodes {

  private final RowScope rowScope;
  private final ActivationRepository activations;
  private final ActivationSecrets secrets;
  private final Clock clock;

  VerificationCodes(
      RowScope rowScope, ActivationRepository activations, ActivationSecrets secrets, Clock clock) {
    this.rowScope = rowScope;
    this.activations = activations;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Eight digits to send to an address of the person; empty where it is too late for it. */
  @Transactional
  public Optional<String> make(ActivationCodeAsked asked) {
    rowScope.person(asked.personId());
    return activations
        .lock(asked.activationId())
        .filter(activation -> activation.isOpen(clock.instant()))
        .map(activation -> secrets.code(activation.id()))
        .filter(
            code ->
                activations.markCodeMade(
                        asked.activationId(), secrets.codeHash(asked.activationId(), code))
                    == 1);
  }
}
