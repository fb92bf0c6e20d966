package org.profbilet.notifications.unsubscribe;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.keys.KeyDirectory;

/**
 * Signs and reads the tokens of unsubscribe links: 33 bytes and 16 bytes of HMAC-SHA256. A token
 * does not end: a letter of last year must still let its reader go.
 */
@Singleton
class UnsubscribeTokens {

  private static final int CONTENT = 33;
  private static final int SIGNATURE = 16;

  /** Beside the channel; links that were written before there was advertising have it not. */
  private static final int ADS_ONLY = 0x80;

  private static final byte[] USE = "profbilet unsubscribe 1".getBytes(StandardCharsets.US_ASCII);

  private final KeyDirectory keys;

  UnsubscribeTokens(KeyDirectory keys) {
    this.keys = keys;
  }

  String write(UnsubscribeToken token) {
    byte[] content =
        ByteBuffer.allocate(CONTENT)
            .putLong(token.deliveryId().getMostSignificantBits())
            .putLong(token.deliveryId().getLeastSignificantBits())
            .putLong(token.personId().getMostSignificantBits())
            .putLong(token.personId().getLeastSignificantBits())
            .put((byte) (token.channel().ordinal() | (token.adsOnly() ? ADS_ONLY : 0)))
            .array();
    byte[] signed = Arrays.copyOf(content, CONTENT + SIGNATURE);
    System.arraycopy(signature(content), 0, signed, CONTENT, SIGNATURE);
    return encode(signed);
  }

  /** Empty for anything that we did not sign. */
  Optional<UnsubscribeToken> read(String text) {
    byte[] signed = decode(text);
    if (signed.length != CONTENT + SIGNATURE || !encode(signed).equals(text)) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(signed, CONTENT);
    byte[] given = Arrays.copyOfRange(signed, CONTENT, signed.length);
    if (!MessageDigest.isEqual(given, signature(content))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(content);
    UUID deliveryId = new UUID(buffer.getLong(), buffer.getLong());
    UUID personId = new UUID(buffer.getLong(), buffer.getLong());
    int what = Byte.toUnsignedInt(buffer.get());
    return Optional.of(
        new UnsubscribeToken(
            deliveryId, personId, Channel.values()[what & ~ADS_ONLY], (what & ADS_ONLY) != 0));
  }

  private static String encode(byte[] signed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private byte[] signature(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = keys.read("unsubscribe.key", UnsubscribeTokens::newKey);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(USE);
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
