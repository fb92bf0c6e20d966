package org.profbilet.contract.credential;

import java.time.Instant;
import java.util.Optional;

/** What a verifier believes: a server's own tables, or the last offline bundle. */
public interface TrustSource {

  /** A moment that has certainly passed; an earlier clock is not believed. */
  Instant notBefore();

  /** Whether credentials of this server are ours. */
  boolean isOurs(PublicAddress issuer);

  /** The smallest profile that is still accepted. */
  int leastProfile();

  /** The issuer's key "k" and this number, when published. */
  Optional<DeviceKey> findIssuerKey(int keyNumber);

  /** Whether that key was withdrawn in an emergency. */
  boolean isRevoked(int keyNumber);

  /** The state of a credential; empty when its list or entry is not known. */
  Optional<StatusAnswer> findStatus(PublicAddress issuer, StatusReference reference);
}
