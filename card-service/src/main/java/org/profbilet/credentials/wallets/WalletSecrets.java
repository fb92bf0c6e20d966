package org.profbilet.credentials.wallets;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.profbilet.contract.credential.Base32;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.credentials.Seal;

/**
 * The two secrets of a pass: the code in its QR, and the word by which its wallet asks for news.
 */
@Singleton
class WalletSecrets {

  private final Seal seal;
  private final PublicAddress address;

  WalletSecrets(Seal seal, PublicAddress address) {
    this.seal = seal;
    this.address = address;
  }

  /** The text of the QR. */
  String code(UUID passId) {
    return address.inCapitals() + "/W#" + Base32.encode(seal.first16("wallet code", passId));
  }

  String codeHash(UUID passId) {
    return seal.text("wallet code hash", code(passId));
  }

  String word(UUID passId) {
    return Base32.encode(seal.first16("wallet word", passId));
  }

  boolean isWord(UUID passId, String word) {
    return MessageDigest.isEqual(
        word(passId).getBytes(StandardCharsets.US_ASCII), word.getBytes(StandardCharsets.UTF_8));
  }
}
