package org.profbilet.contract.credential;

import java.time.Instant;

/**
 * What the phone signs to show that it holds the device key now (KB-JWT of RFC 9901).
 *
 * @param madeAt seconds since 1970, unsigned 32 bits
 * @param event number of the event it is made for, unsigned 32 bits; 0 for any door
 * @param nonce empty in time mode; in challenge mode the verifier's 8 bytes as base64url
 */
public record HolderProof(long madeAt, long event, String nonce) {

  /** The event number that stands for any door. */
  public static final long ANY_EVENT = 0;

  /** Bytes of a verifier's nonce. */
  public static final int NONCE_LENGTH = 8;

  private static final int TIME_STEP = 30;

  public HolderProof {
    if (madeAt < 0 || madeAt > 0xFFFF_FFFFL || event < 0 || event > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("time and event of a proof are unsigned 32-bit numbers");
    }
    if (!nonce.isEmpty()) {
      StrictBase64Url.decode(nonce, NONCE_LENGTH);
    }
  }

  /** A proof of time mode, for any door. */
  public static HolderProof at(Instant moment) {
    return new HolderProof(moment.getEpochSecond(), ANY_EVENT, "");
  }

  /** What stands in the claim "nonce": the verifier's, or the number of the half minute. */
  String nonceText() {
    return nonce.isEmpty() ? Long.toString(madeAt / TIME_STEP) : nonce;
  }

  /** Whether a verifier's nonce is answered. */
  public boolean answersChallenge() {
    return !nonce.isEmpty();
  }

  public Instant moment() {
    return Instant.ofEpochSecond(madeAt);
  }
}
