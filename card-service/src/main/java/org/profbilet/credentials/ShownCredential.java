package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.contract.credential.CredentialStatus;

/**
 * Whose credential was shown at a door.
 *
 * @param state as in the status list: 0 valid, 1 invalid, 2 suspended
 */
@Introspected
public record ShownCredential(UUID personId, UUID primaryId, UUID deviceId, int state) {

  public CredentialStatus status() {
    return CredentialStatus.values()[state];
  }
}
