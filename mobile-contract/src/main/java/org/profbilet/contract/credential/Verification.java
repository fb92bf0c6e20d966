package org.profbilet.contract.credential;

import java.time.Instant;

/** The judgement on a shown credential. */
public sealed interface Verification {

  /**
   * Genuine, in force, shown by its own phone.
   *
   * @param claims what the issuer signed
   * @param proof what the phone signed
   * @param statusAsOf how fresh the knowledge is that it is not revoked
   */
  record Verified(CredentialClaims claims, HolderProof proof, Instant statusAsOf)
      implements Verification {

    public ReplayKey replayKey() {
      return new ReplayKey(claims.status(), proof.madeAt());
    }
  }

  /**
   * Not taken.
   *
   * @param reason code for people and machines
   * @param step the check that failed
   */
  record Refused(RefusalReason reason, CheckStep step) implements Verification {}
}
