package org.profbilet.contract.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.profbilet.contract.credential.CredentialText.Read;
import org.profbilet.contract.credential.Verification.Refused;
import org.profbilet.contract.credential.Verification.Verified;

/**
 * Judges a shown credential in the fixed order of {@link CheckStep}, with no allowance for skew.
 */
public final class CredentialVerifier {

  /** How old a proof of time mode, or an answer to a challenge, may be. */
  public static final Duration PROOF_AGE = Duration.ofSeconds(60);

  /** How far the clock of a phone may run ahead. */
  public static final Duration PROOF_AHEAD = Duration.ofSeconds(30);

  /** How old a status list may be. */
  public static final Duration LIST_AGE = Duration.ofHours(72);

  /** How far the verifier's clock may be behind what it believes, before it must not judge. */
  public static final Duration CLOCK_BEHIND = Duration.ofSeconds(30);

  private final TrustSource trust;

  public CredentialVerifier(TrustSource trust) {
    this.trust = trust;
  }

  /**
   * Judges a text at a moment.
   *
   * @param text of a QR, or SD-JWT with or without proof
   * @param now the verifier's time
   */
  public Verification verify(String text, DoorExpectation door, Instant now) {
    if (now.plus(CLOCK_BEHIND).isBefore(trust.notBefore())) {
      return new Refused(RefusalReason.CLOCK_UNTRUSTED, CheckStep.CLOCK);
    }
    Read read;
    try {
      read = CredentialText.read(text);
    } catch (IllegalArgumentException foreign) {
      return new Refused(RefusalReason.CREDENTIAL_MALFORMED, CheckStep.FORM);
    }
    return checkIssuer(read.credential(), door, now)
        .or(() -> checkProof(read, door, now))
        .map(Verification.class::cast)
        .orElseGet(() -> checkStatus(Objects.requireNonNull(read.presented()), now));
  }

  private Optional<Refused> checkIssuer(
      SignedCredential credential, DoorExpectation door, Instant now) {
    CredentialClaims claims = credential.claims();
    if (!trust.isOurs(claims.issuer())
        || claims.kind().profile() < trust.leastProfile()
        || !door.kinds().contains(claims.kind())) {
      return refused(RefusalReason.CREDENTIAL_MALFORMED, CheckStep.HOST_AND_PROFILE);
    }
    if (trust.isRevoked(credential.keyNumber())) {
      return refused(RefusalReason.CREDENTIAL_BAD_SIGNATURE, CheckStep.ISSUER_KEY);
    }
    Optional<DeviceKey> key = trust.findIssuerKey(credential.keyNumber());
    if (key.isEmpty()) {
      return refused(RefusalReason.CREDENTIAL_UNKNOWN, CheckStep.ISSUER_KEY);
    }
    if (!Es256.isGood(credential.signingInput(), credential.signature(), key.get())) {
      return refused(RefusalReason.CREDENTIAL_BAD_SIGNATURE, CheckStep.ISSUER_SIGNATURE);
    }
    return checkValidity(claims, now);
  }

  private static Optional<Refused> checkValidity(CredentialClaims claims, Instant now) {
    if (now.isBefore(claims.validFrom())) {
      return refused(RefusalReason.CREDENTIAL_NOT_YET_VALID, CheckStep.VALIDITY);
    }
    if (!now.isBefore(claims.expiresAt())) {
      return refused(RefusalReason.CREDENTIAL_EXPIRED, CheckStep.VALIDITY);
    }
    return Optional.empty();
  }

  private static Optional<Refused> checkProof(Read read, DoorExpectation door, Instant now) {
    PresentedCredential presented = read.presented();
    if (presented == null) {
      return refused(RefusalReason.DEVICE_PROOF_MISSING, CheckStep.PROOF_SIGNATURE);
    }
    DeviceKey device = read.credential().claims().device();
    if (!Es256.isGood(presented.proofSigningInput(), presented.proofSignature(), device)) {
      return refused(RefusalReason.CREDENTIAL_BAD_SIGNATURE, CheckStep.PROOF_SIGNATURE);
    }
    HolderProof proof = presented.proof();
    if (!door.accepts(proof)) {
      return refused(RefusalReason.WRONG_EVENT, CheckStep.EVENT);
    }
    if (proof.answersChallenge() && !door.nonces().contains(proof.nonce())) {
      return refused(RefusalReason.CREDENTIAL_REPLAYED, CheckStep.NONCE);
    }
    return proof.answersChallenge() ? Optional.empty() : checkTime(proof, now);
  }

  private static Optional<Refused> checkTime(HolderProof proof, Instant now) {
    if (proof.moment().isBefore(now.minus(PROOF_AGE))) {
      return refused(RefusalReason.CREDENTIAL_EXPIRED, CheckStep.PROOF_TIME);
    }
    if (proof.moment().isAfter(now.plus(PROOF_AHEAD))) {
      return refused(RefusalReason.CREDENTIAL_NOT_YET_VALID, CheckStep.PROOF_TIME);
    }
    return Optional.empty();
  }

  private Verification checkStatus(PresentedCredential presented, Instant now) {
    CredentialClaims claims = presented.credential().claims();
    Optional<StatusAnswer> answer = trust.findStatus(claims.issuer(), claims.status());
    if (answer.isEmpty()) {
      return new Refused(RefusalReason.CREDENTIAL_UNKNOWN, CheckStep.STATUS);
    }
    Instant asOf = answer.get().asOf();
    if (asOf.isBefore(now.minus(LIST_AGE))) {
      return new Refused(RefusalReason.LIST_TOO_OLD, CheckStep.STATUS);
    }
    return switch (answer.get().status()) {
      case VALID -> new Verified(claims, presented.proof(), asOf);
      case SUSPENDED -> new Refused(RefusalReason.CARD_BLOCKED, CheckStep.STATUS);
      case INVALID, RESERVED -> new Refused(RefusalReason.CARD_REVOKED, CheckStep.STATUS);
    };
  }

  private static Optional<Refused> refused(RefusalReason reason, CheckStep step) {
    return Optional.of(new Refused(reason, step));
  }
}
