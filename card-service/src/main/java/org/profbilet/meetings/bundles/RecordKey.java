package org.profbilet.meetings.bundles;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Name and key of a sealed record, both derived (HKDF, RFC 5869) from a secret that only the shown
 * credential holds: who finds the phone of a volunteer can neither read the list nor look into it.
 *
 * @param kind PLASTIC or PHONE
 * @param secret token of a card, or {@code x.y} of a phone's key
 * @param salt of the list
 */
record RecordKey(String kind, String secret, String salt) {

  private static final int NONCE = 12;

  /** 16 bytes in hex. */
  String name() {
    return HexFormat.of().formatHex(derive("lookup " + kind), 0, 16);
  }

  /** Nonce, sealed text and its tag. */
  byte[] seal(byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(derive("seal " + kind), "AES"),
          new GCMParameterSpec(128, nonce, 0, NONCE));
      byte[] sealed = cipher.doFinal(text);
      byte[] record = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, record, NONCE, sealed.length);
      return record;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  /** 32 bytes: one block of HKDF with SHA-256. */
  private byte[] derive(String info) {
    byte[] extracted = hmac(bytes(salt), bytes(secret));
    byte[] expanded = Arrays.copyOf(bytes(info), bytes(info).length + 1);
    expanded[expanded.length - 1] = 1;
    return hmac(extracted, expanded);
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "RecordKey[" + kind + "]";
  }
}
