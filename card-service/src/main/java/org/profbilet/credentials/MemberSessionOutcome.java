package org.profbilet.credentials;

import java.util.UUID;

/** What became of a phone that wanted to speak for its member. */
public sealed interface MemberSessionOutcome {

  record Opened(UUID personId, UUID deviceId) implements MemberSessionOutcome {}

  record Refused(Reason reason) implements MemberSessionOutcome {}

  /** Why not. */
  enum Reason {
    /** Unknown phone, wrong key, a proof that is old or was used. */
    PROOF_REFUSED,
    /** The proof is good, but the phone is no longer trusted. */
    DEVICE_REVOKED
  }
}
