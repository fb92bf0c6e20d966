package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.CredentialStatus;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.credential.StatusAnswer;
import org.profbilet.contract.credential.StatusReference;
import org.profbilet.contract.credential.TrustSource;

/** What the server itself believes: its own keys, and states as they are this very moment. */
@Singleton
public class ServerTrust implements TrustSource {

  private final CredentialRepository credentials;
  private final IssuerKeys keys;
  private final PublicAddress address;
  private final Clock clock;

  ServerTrust(
      CredentialRepository credentials, IssuerKeys keys, PublicAddress address, Clock clock) {
    this.credentials = credentials;
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public Instant notBefore() {
    return Instant.EPOCH;
  }

  @Override
  public boolean isOurs(PublicAddress issuer) {
    return issuer.equals(address);
  }

  @Override
  public int leastProfile() {
    return CredentialKind.DOOR.profile();
  }

  @Override
  public Optional<DeviceKey> findIssuerKey(int keyNumber) {
    return keys.published().find("k" + keyNumber);
  }

  @Override
  public boolean isRevoked(int keyNumber) {
    return keys.revoked().contains("k" + keyNumber);
  }

  @Override
  public Optional<StatusAnswer> findStatus(PublicAddress issuer, StatusReference reference) {
    return credentials
        .findEntry(reference.list(), reference.index())
        .map(entry -> CredentialStatus.values()[entry.state()])
        .map(status -> new StatusAnswer(status, clock.instant()));
  }
}
