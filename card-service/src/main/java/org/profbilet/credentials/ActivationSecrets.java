package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.profbilet.contract.credential.Base32;

/** The offer and the eight digits of an activation. */
@Singleton
class ActivationSecrets {

  private static final BigInteger CODES = BigInteger.valueOf(100_000_000);

  private final Seal seal;

  ActivationSecrets(Seal seal) {
    this.seal = seal;
  }

  /** What the QR of a slip carries. */
  String offer(UUID activationId) {
    return Base32.encode(seal.first16("offer", activationId));
  }

  String offerHash(String offer) {
    return seal.text("offer hash", offer);
  }

  /** The code of a slip, or of an address. */
  String code(UUID activationId) {
    BigInteger number = new BigInteger(1, seal.of("code", activationId));
    return String.format("%08d", number.mod(CODES).intValue());
  }

  String codeHash(UUID activationId, String code) {
    return seal.text("code hash", activationId + " " + code);
  }

  boolean isCode(UUID activationId, String code, String hash) {
    return MessageDigest.isEqual(
        codeHash(activationId, code).getBytes(StandardCharsets.US_ASCII),
        hash.getBytes(StandardCharsets.US_ASCII));
  }
}
