package org.profbilet.contract.trust;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.StrictBase64Url;

/**
 * The printed cards that are no longer good, for doors without a network: what the status list is
 * to phones. Signed by the root key that scanners have pinned; served at {@code
 * /.well-known/epb/ended-cards} as {@code application/epb-cards+jwt}. A card stands there as eight
 * bytes of the hash of its secret: only who holds the card finds it.
 */
public final class EndedCards {

  static final String TYPE = "epb-cards+jwt";

  private final Instant issuedAt;
  private final Instant expiresAt;
  private final long[] marks;

  private EndedCards(Instant issuedAt, Instant expiresAt, long[] marks) {
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.marks = marks;
  }

  /**
   * @param issuedAt when the list was made, whole seconds
   * @param expiresAt when it must no longer be used
   */
  public static EndedCards of(Instant issuedAt, Instant expiresAt, Collection<PlasticCode> codes) {
    return new EndedCards(
        issuedAt, expiresAt, codes.stream().mapToLong(EndedCards::mark).sorted().toArray());
  }

  /** Whether the card with this code has ended. */
  public boolean contains(PlasticCode code) {
    return Arrays.binarySearch(marks, mark(code)) >= 0;
  }

  public int size() {
    return marks.length;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Signs the list.
   *
   * @param keyId "r" and a number
   */
  public String sign(String keyId, ECKey rootKey) {
    ByteBuffer bytes = ByteBuffer.allocate(marks.length * Long.BYTES);
    bytes.asLongBuffer().put(marks);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iat", issuedAt.getEpochSecond());
    payload.put("exp", expiresAt.getEpochSecond());
    payload.put("ended", StrictBase64Url.encode(bytes.array()));
    return SignedJson.sign(TYPE, keyId, payload, rootKey);
  }

  /**
   * Reads a list that the pinned root key has signed. Anything else is an {@link
   * IllegalArgumentException}.
   */
  public static EndedCards read(String text, PublishedKey rootKey) {
    Map<String, Object> payload =
        SignedJson.read(text, TYPE, id -> id.equals(rootKey.id()) ? rootKey.key() : null).payload();
    byte[] bytes = StrictBase64Url.decode(JsonMembers.text(payload, "ended"));
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException("marks of eight bytes were expected");
    }
    long[] marks = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(marks);
    return new EndedCards(
        JsonMembers.moment(payload, "iat"), JsonMembers.moment(payload, "exp"), marks);
  }

  private static long mark(PlasticCode code) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(code.token().getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "EndedCards[" + marks.length + "]";
  }
}
